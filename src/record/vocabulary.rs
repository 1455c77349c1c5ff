//! The vocabularies of the record format: closed lists with an id, a label and a definition in English and French.
//! They hold no rule about records; `check` does.

#[macro_use]
mod table;

use crate::text::{Phrase, phrase};

/// A closed list of values, each with its id, label and definition.
pub trait Vocabulary: Copy + Eq + std::hash::Hash + 'static {
    /// The list's name in the schema.
    const NAME: &'static str;
    /// All values in the order of the format.
    fn all() -> &'static [Self];
    /// The word that a record uses.
    fn id(self) -> &'static str;
    /// The label that a reader sees.
    fn label(self) -> Phrase;
    /// What the value means, in one line.
    fn definition(self) -> Phrase;
    /// The value of an id.
    fn of(id: &str) -> Option<Self> {
        Self::all().iter().copied().find(|value| value.id() == id)
    }
}

/// A value of some vocabulary, for those who list words without knowing of what they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// The word that a record uses.
    pub id: &'static str,
    /// The label that a reader sees.
    pub label: Phrase,
    /// What it means, in one line.
    pub definition: Phrase,
}

/// The words of the vocabulary of this name, in the order of the format; none if there is no such vocabulary.
pub fn words(name: &str) -> Vec<Word> {
    fn listed<V: Vocabulary>() -> Vec<Word> {
        let word = |value: &V| Word { id: value.id(), label: value.label(), definition: value.definition() };
        V::all().iter().map(word).collect()
    }
    macro_rules! of {
        ($($vocabulary:ident)+) => { match name { $($vocabulary::NAME => listed::<$vocabulary>(),)+ _ => Vec::new() } };
    }
    of!(Status EventKind CountUnit ClaimantKind DataCategory DataStatus Vector MeasureKind MeasureStatus RiskKind
        PartyRole ConsequenceKind Relation Grade)
}

vocabulary! {
    /// How far a record, an event or a claim can be relied on.
    Status {
        Confirmed "confirmed" "confirmed" "confirmé" "Established by the sources that carry it." "Établi par les sources citées."
        Claimed "claimed" "claimed" "revendiqué" "Said by the attacker alone, or not confirmed." "Affirmé par le seul attaquant, ou non confirmé."
        Disputed "disputed" "disputed" "contesté" "Sources differ." "Les sources divergent."
        Retracted "retracted" "retracted" "retiré" "Withdrawn by those who said it." "Retiré par ceux qui l'avaient affirmé."
    }
}

vocabulary! {
    /// What an event is.
    EventKind {
        Intrusion "intrusion" "Intrusion" "Intrusion" "First to last unauthorised access." "Du premier au dernier accès non autorisé."
        Exfiltration "exfiltration" "Exfiltration" "Exfiltration" "Data leave the system." "Les données quittent le système."
        DataForSale "data_for_sale" "Data for sale" "Mise en vente" "The data are offered for sale." "Les données sont proposées à la vente."
        AttackerClaim "attacker_claim" "Attacker's claim" "Revendication" "The attacker says so in public." "L'attaquant l'affirme publiquement."
        Detected "detected" "Detected" "Détection" "The breach is noticed." "La violation est repérée."
        Aware "aware" "Aware" "Connaissance" "The controller has reasonable certainty; legal clocks start." "Le responsable a une certitude raisonnable ; les délais légaux courent."
        Contained "contained" "Contained" "Endiguement" "The access is closed." "L'accès est fermé."
        ServiceClosed "service_closed" "Service closed" "Service fermé" "A service is taken out of use." "Un service est mis hors ligne."
        ServiceRestored "service_restored" "Service restored" "Service rétabli" "A service works again." "Un service fonctionne à nouveau."
        ControllerInformed "controller_informed" "Controller informed" "Responsable informé" "The processor tells the controller." "Le sous-traitant informe le responsable."
        AuthorityNotified "authority_notified" "Authority notified" "Autorité notifiée" "The data-protection authority is notified (GDPR art. 33)." "L'autorité de protection des données est notifiée (RGPD art. 33)."
        ComplaintFiled "complaint_filed" "Complaint filed" "Plainte déposée" "A complaint is filed with the police or the courts." "Une plainte est déposée auprès de la police ou de la justice."
        PersonsInformed "persons_informed" "Persons informed" "Personnes informées" "The persons concerned are told (GDPR art. 34)." "Les personnes concernées sont informées (RGPD art. 34)."
        Disclosed "disclosed" "Disclosed" "Divulgation" "The breach becomes public." "La violation devient publique."
        InvestigationOpened "investigation_opened" "Investigation opened" "Enquête ouverte" "An authority or a prosecutor opens an investigation." "Une autorité ou un parquet ouvre une enquête."
        Arrest "arrest" "Arrest" "Interpellation" "Suspects are arrested." "Des suspects sont interpellés."
        Charged "charged" "Charged" "Mise en examen" "Suspects are charged." "Des suspects sont mis en examen."
        Judgment "judgment" "Judgment" "Jugement" "A court decides." "Un tribunal statue."
        Sanction "sanction" "Sanction" "Sanction" "An authority imposes a sanction." "Une autorité prononce une sanction."
        Measure "measure" "Measure" "Mesure" "A response measure is taken." "Une mesure est prise."
        Correction "correction" "Correction" "Rectification" "An earlier statement is corrected." "Une déclaration antérieure est rectifiée."
        Closed "closed" "Closed" "Clôture" "The incident is closed." "L'incident est clos."
        Other "other" "Other" "Autre" "Anything else; its text says what." "Autre chose ; le texte le précise."
    }
}

vocabulary! {
    /// What a count counts.
    CountUnit {
        Persons "persons" "persons" "personnes" "Natural persons." "Personnes physiques."
        Accounts "accounts" "accounts" "comptes" "User accounts; a person may have several." "Comptes ; une personne peut en avoir plusieurs."
        Records "records" "records" "enregistrements" "Rows of data; a person may have several." "Lignes de données ; une personne peut en avoir plusieurs."
        Households "households" "households" "foyers" "Households." "Foyers."
        Organisations "organisations" "organisations" "organisations" "Legal persons." "Personnes morales."
        Files "files" "files" "fichiers" "Files or documents." "Fichiers ou documents."
        Bytes "bytes" "bytes" "octets" "Volume of data." "Volume de données."
        Other "other" "other" "autre" "Another unit, told in the note." "Une autre unité, précisée en note."
    }
}

vocabulary! {
    /// Who says so, from the most to the least authoritative.
    ClaimantKind {
        Court "court" "court" "tribunal" "A court of law." "Une juridiction."
        Authority "authority" "authority" "autorité" "A public authority in its field." "Une autorité publique compétente."
        Controller "controller" "controller" "responsable" "The organisation that answers for the data." "L'organisation responsable des données."
        Processor "processor" "processor" "sous-traitant" "A supplier that handles the data." "Un prestataire qui traite les données."
        Researcher "researcher" "researcher" "chercheur" "An independent researcher." "Un chercheur indépendant."
        Press "press" "press" "presse" "A medium." "Un média."
        Other "other" "other" "autre" "Somebody else." "Quelqu'un d'autre."
        Attacker "attacker" "attacker" "attaquant" "The attacker or a seller of the data." "L'attaquant ou un vendeur des données."
    }
}

vocabulary! {
    /// A category of personal data.
    DataCategory {
        Name "name" "Name" "Nom" "First or last name." "Nom ou prénom."
        BirthDate "birth_date" "Date of birth" "Date de naissance" "Date of birth or age." "Date de naissance ou âge."
        BirthPlace "birth_place" "Place of birth" "Lieu de naissance" "Place of birth." "Lieu de naissance."
        Sex "sex" "Sex" "Sexe" "Sex, gender or title." "Sexe, genre ou civilité."
        Nationality "nationality" "Nationality" "Nationalité" "Nationality or citizenship." "Nationalité ou citoyenneté."
        Photo "photo" "Photo" "Photo" "A picture of the person." "Une image de la personne."
        Personal "personal" "Personal data (unspecified)" "Données personnelles (non précisées)" "Personal data of which the source does not say more." "Données personnelles sans autre précision de la source."
        Signature "signature" "Signature" "Signature" "A handwritten signature." "Une signature manuscrite."
        PostalAddress "postal_address" "Postal address" "Adresse postale" "Postal address or part of it." "Adresse postale, entière ou partielle."
        Email "email" "E-mail address" "Adresse e-mail" "E-mail address." "Adresse électronique."
        Phone "phone" "Phone number" "Téléphone" "Phone number." "Numéro de téléphone."
        NationalIdNumber "national_id_number" "National id number" "Numéro national (NIR)" "National identification number; in France the NIR." "Numéro national d'identification ; en France le NIR."
        IdentityDocument "identity_document" "Identity document" "Pièce d'identité" "Copy or number of an identity document." "Copie ou numéro d'une pièce d'identité."
        TaxData "tax_data" "Tax data" "Données fiscales" "Tax number, notice or return." "Numéro, avis ou déclaration fiscale."
        LicencePlate "licence_plate" "Licence plate" "Plaque d'immatriculation" "Registration of a vehicle." "Immatriculation d'un véhicule."
        CustomerIdentifier "customer_identifier" "Customer identifier" "Identifiant client" "An identifier given by the organisation." "Un identifiant attribué par l'organisation."
        Username "username" "Username" "Nom d'utilisateur" "Login name." "Identifiant de connexion."
        Password "password" "Password" "Mot de passe" "Password in clear or reversible form." "Mot de passe en clair ou réversible."
        PasswordHash "password_hash" "Password hash" "Mot de passe haché" "Password in hashed form." "Mot de passe sous forme hachée."
        SecurityQuestion "security_question" "Security question" "Question secrète" "Security questions or answers." "Questions secrètes ou leurs réponses."
        SessionToken "session_token" "Session token" "Jeton de session" "Tokens, cookies or keys that open a session." "Jetons, cookies ou clés qui ouvrent une session."
        BankDetails "bank_details" "Bank details" "Coordonnées bancaires" "Account number, IBAN or equivalent." "Numéro de compte, IBAN, RIB."
        PaymentCard "payment_card" "Payment card" "Carte de paiement" "Card number, even partial." "Numéro de carte, même partiel."
        Income "income" "Income" "Revenus" "Income, benefits or wealth." "Revenus, prestations ou patrimoine."
        Purchases "purchases" "Purchases" "Achats" "Orders, contracts or subscriptions." "Commandes, contrats ou abonnements."
        Employment "employment" "Employment" "Emploi" "Employer, position or work contract." "Employeur, poste ou contrat de travail."
        RegistrationStatus "registration_status" "Registration status" "Statut d'inscription" "Whether, since when and in which category a person is registered." "Inscription : état, dates, catégorie."
        Education "education" "Education" "Formation" "Diplomas, training or school." "Diplômes, formation ou scolarité."
        Cv "cv" "CV" "CV" "A curriculum vitae." "Un curriculum vitæ."
        Family "family" "Family" "Famille" "Relatives or family situation." "Proches ou situation familiale."
        Housing "housing" "Housing" "Logement" "Home, tenancy or meter." "Logement, bail ou compteur."
        Location "location" "Location" "Localisation" "Where a person was or is." "Où une personne était ou est."
        Travel "travel" "Travel" "Déplacements" "Journeys, bookings or tickets." "Trajets, réservations ou billets."
        Profile "profile" "Profile" "Profil" "Description, tastes, languages or measurements of a person." "Description, goûts, langues ou mensurations d'une personne."
        Vehicle "vehicle" "Vehicle" "Véhicule" "Make, model or identifier of a vehicle." "Marque, modèle ou identifiant d'un véhicule."
        Messages "messages" "Messages" "Messages" "Content of messages." "Contenu de messages."
        CallRecords "call_records" "Call records" "Relevés d'appels" "Who called whom and when." "Qui a appelé qui et quand."
        Documents "documents" "Documents" "Documents" "Documents about a person that no other category names." "Documents sur une personne, hors autres catégories."
        IpAddress "ip_address" "IP address" "Adresse IP" "IP address." "Adresse IP."
        Device "device" "Device" "Appareil" "Identifier or description of a device." "Identifiant ou description d'un appareil."
        Logs "logs" "Logs" "Journaux" "Technical logs." "Journaux techniques."
        SourceCode "source_code" "Source code" "Code source" "Source code or secrets of a system." "Code source ou secrets d'un système."
        Sensitive "sensitive" "Sensitive data (unspecified)" "Données sensibles (non précisées)" "Data of a special category (GDPR art. 9) that the source does not name." "Données d'une catégorie particulière (RGPD art. 9) que la source ne nomme pas."
        Health "health" "Health" "Santé" "Data concerning health (GDPR art. 9)." "Données de santé (RGPD art. 9)."
        Biometric "biometric" "Biometric" "Biométrie" "Biometric data (GDPR art. 9)." "Données biométriques (RGPD art. 9)."
        Genetic "genetic" "Genetic" "Génétique" "Genetic data (GDPR art. 9)." "Données génétiques (RGPD art. 9)."
        EthnicOrigin "ethnic_origin" "Ethnic origin" "Origine ethnique" "Racial or ethnic origin (GDPR art. 9)." "Origine raciale ou ethnique (RGPD art. 9)."
        PoliticalOpinion "political_opinion" "Political opinion" "Opinion politique" "Political opinions (GDPR art. 9)." "Opinions politiques (RGPD art. 9)."
        Religion "religion" "Religion" "Religion" "Religious or philosophical beliefs (GDPR art. 9)." "Convictions religieuses ou philosophiques (RGPD art. 9)."
        UnionMembership "union_membership" "Union membership" "Appartenance syndicale" "Trade-union membership (GDPR art. 9)." "Appartenance syndicale (RGPD art. 9)."
        SexualLife "sexual_life" "Sexual life" "Vie sexuelle" "Sex life or sexual orientation (GDPR art. 9)." "Vie ou orientation sexuelle (RGPD art. 9)."
        Offences "offences" "Offences" "Infractions" "Criminal convictions and offences (GDPR art. 10)." "Condamnations pénales et infractions (RGPD art. 10)."
        Other "other" "Other" "Autre" "Anything else; its text says what." "Autre chose ; le texte le précise."
    }
}

vocabulary! {
    /// A group of data categories.
    DataGroup {
        Identity "identity" "Identity" "Identité" "Who a person is." "Qui est la personne."
        Contact "contact" "Contact" "Contact" "How to reach a person." "Comment joindre la personne."
        OfficialNumbers "official_numbers" "Official numbers" "Numéros officiels" "Numbers and papers of the state." "Numéros et pièces délivrés par l'État."
        Account "account" "Account" "Compte" "What opens or names an account." "Ce qui ouvre ou désigne un compte."
        Money "money" "Money" "Argent" "Means and uses of money." "Moyens et usages de l'argent."
        Work "work" "Work and study" "Travail et études" "Work, registration and study." "Travail, inscription et études."
        Life "life" "Family and life" "Famille et vie" "Family, home and movements." "Famille, logement et déplacements."
        Communication "communication" "Communication" "Communication" "What was said, to whom." "Ce qui fut dit, à qui."
        Technical "technical" "Technical" "Technique" "Traces of machines." "Traces des machines."
        Article9 "article_9" "GDPR art. 9" "RGPD art. 9" "Special categories of personal data." "Catégories particulières de données."
        Article10 "article_10" "GDPR art. 10" "RGPD art. 10" "Criminal convictions and offences." "Condamnations pénales et infractions."
        Other "other" "Other" "Autres" "Everything else." "Tout le reste."
    }
}

impl DataCategory {
    /// The group that a category belongs to; the groups of GDPR art. 9 and 10 carry their article.
    pub fn group(self) -> DataGroup {
        use DataCategory as C;
        match self {
            C::Name
            | C::BirthDate
            | C::BirthPlace
            | C::Sex
            | C::Nationality
            | C::Photo
            | C::Personal
            | C::Signature => DataGroup::Identity,
            C::PostalAddress | C::Email | C::Phone => DataGroup::Contact,
            C::NationalIdNumber | C::IdentityDocument | C::TaxData | C::LicencePlate => DataGroup::OfficialNumbers,
            C::CustomerIdentifier
            | C::Username
            | C::Password
            | C::PasswordHash
            | C::SecurityQuestion
            | C::SessionToken => DataGroup::Account,
            C::BankDetails | C::PaymentCard | C::Income | C::Purchases => DataGroup::Money,
            C::Employment | C::RegistrationStatus | C::Education | C::Cv => DataGroup::Work,
            C::Family | C::Housing | C::Location | C::Travel | C::Profile | C::Vehicle => DataGroup::Life,
            C::Messages | C::CallRecords | C::Documents => DataGroup::Communication,
            C::IpAddress | C::Device | C::Logs | C::SourceCode => DataGroup::Technical,
            C::Sensitive
            | C::Health
            | C::Biometric
            | C::Genetic
            | C::EthnicOrigin
            | C::PoliticalOpinion
            | C::Religion
            | C::UnionMembership
            | C::SexualLife => DataGroup::Article9,
            C::Offences => DataGroup::Article10,
            C::Other => DataGroup::Other,
        }
    }
}

vocabulary! {
    /// What is known of a data category.
    DataStatus {
        Exposed "exposed" "exposed" "exposée" "Exposed, by sources that agree." "Exposée, selon des sources concordantes."
        Claimed "claimed" "claimed" "revendiquée" "Said by the attacker alone, or not confirmed." "Affirmée par le seul attaquant, ou non confirmée."
        Disputed "disputed" "disputed" "contestée" "Sources differ." "Les sources divergent."
        NotExposed "not_exposed" "stated not exposed" "dite non exposée" "A source states that it was not exposed." "Une source affirme qu'elle n'a pas été exposée."
        Unknown "unknown" "unknown" "inconnue" "Stated to be unknown." "Dite inconnue."
    }
}

vocabulary! {
    /// How the attacker came in, or how the data got out.
    Vector {
        StolenCredentials "stolen_credentials" "Stolen credentials" "Identifiants volés" "A valid account used by somebody else." "Un compte valide utilisé par un tiers."
        Infostealer "infostealer" "Infostealer" "Infostealer" "Malware that steals credentials." "Logiciel qui vole les identifiants."
        Phishing "phishing" "Phishing" "Hameçonnage" "A message that tricks its reader." "Un message qui trompe son lecteur."
        SocialEngineering "social_engineering" "Social engineering" "Ingénierie sociale" "A person is talked into giving access." "Une personne est amenée à donner l'accès."
        BruteForce "brute_force" "Brute force" "Force brute" "Passwords tried one after the other." "Mots de passe essayés l'un après l'autre."
        CredentialStuffing "credential_stuffing" "Credential stuffing" "Bourrage d'identifiants" "Passwords of other breaches tried." "Mots de passe d'autres fuites essayés."
        Vulnerability "vulnerability" "Vulnerability" "Vulnérabilité" "A fault of the software is used." "Une faille logicielle est exploitée."
        Misconfiguration "misconfiguration" "Misconfiguration" "Mauvaise configuration" "Data left open by a setting." "Données laissées ouvertes par un réglage."
        Malware "malware" "Malware" "Logiciel malveillant" "Hostile software other than ransomware." "Logiciel hostile, hors rançongiciel."
        Ransomware "ransomware" "Ransomware" "Rançongiciel" "Data encrypted or taken for ransom." "Données chiffrées ou prises contre rançon."
        Insider "insider" "Insider" "Interne" "A person with rightful access." "Une personne disposant d'un accès légitime."
        Supplier "supplier" "Supplier" "Prestataire" "By way of a supplier or partner." "Par un prestataire ou partenaire."
        Physical "physical" "Physical" "Physique" "Theft or loss of a thing." "Vol ou perte d'un objet."
        Accident "accident" "Accident" "Accident" "A mistake without an attacker." "Une erreur, sans attaquant."
        Unknown "unknown" "Unknown" "Inconnu" "Stated to be unknown." "Dit inconnu."
        Other "other" "Other" "Autre" "Anything else." "Autre chose."
    }
}

vocabulary! {
    /// What was done in response.
    MeasureKind {
        AccessRevoked "access_revoked" "Access revoked" "Accès coupés" "Accounts or accesses are cut." "Des comptes ou accès sont coupés."
        ServiceClosed "service_closed" "Service closed" "Service fermé" "A service is taken out of use." "Un service est mis hors ligne."
        CredentialsReset "credentials_reset" "Credentials reset" "Identifiants renouvelés" "Passwords or keys are replaced." "Mots de passe ou clés remplacés."
        MultiFactor "multi_factor" "Multi-factor authentication" "Double authentification" "A second factor is required." "Un second facteur est exigé."
        NetworkRestricted "network_restricted" "Network restricted" "Réseau restreint" "Access is limited by place or network." "Accès limité par lieu ou réseau."
        Monitoring "monitoring" "Monitoring" "Surveillance" "Use is watched more closely." "L'usage est surveillé de plus près."
        Audit "audit" "Audit" "Audit" "The system is examined." "Le système est examiné."
        Patch "patch" "Patch" "Correctif" "A fault is mended." "Une faille est corrigée."
        Training "training" "Training" "Formation" "Staff are trained." "Le personnel est formé."
        AuthorityNotified "authority_notified" "Authority notified" "Autorité notifiée" "The data-protection authority is notified (GDPR art. 33)." "L'autorité de protection des données est notifiée (RGPD art. 33)."
        AgencyInformed "agency_informed" "Cyber agency informed" "Agence cyber informée" "The national cyber agency is told." "L'agence nationale de cybersécurité est informée."
        ComplaintFiled "complaint_filed" "Complaint filed" "Plainte déposée" "A complaint is filed with the police or the courts." "Une plainte est déposée auprès de la police ou de la justice."
        PersonsInformed "persons_informed" "Persons informed" "Personnes informées" "The persons concerned are told (GDPR art. 34)." "Les personnes concernées sont informées (RGPD art. 34)."
        PublicStatement "public_statement" "Public statement" "Communication publique" "The organisation speaks in public." "L'organisation s'exprime publiquement."
        Helpline "helpline" "Helpline" "Ligne d'assistance" "A number or desk for questions." "Un numéro ou guichet pour les questions."
        CreditMonitoring "credit_monitoring" "Credit monitoring" "Surveillance du crédit" "Watching for misuse is offered." "Une veille contre les abus est offerte."
        Compensation "compensation" "Compensation" "Indemnisation" "Persons are compensated." "Des personnes sont indemnisées."
        ContractAction "contract_action" "Contract action" "Action contractuelle" "Steps against or with a supplier." "Démarche envers un prestataire."
        Investigation "investigation" "Investigation" "Enquête" "The facts are investigated." "Les faits font l'objet d'une enquête."
        ServiceRestored "service_restored" "Service restored" "Service rétabli" "A service works again." "Un service fonctionne à nouveau."
        Other "other" "Other" "Autre" "Anything else; its text says what." "Autre chose ; le texte le précise."
    }
}

impl MeasureKind {
    /// The event kind that a dated measure of this kind counts as.
    pub fn event_kind(self) -> Option<EventKind> {
        match self {
            MeasureKind::AuthorityNotified => Some(EventKind::AuthorityNotified),
            MeasureKind::ComplaintFiled => Some(EventKind::ComplaintFiled),
            MeasureKind::PersonsInformed => Some(EventKind::PersonsInformed),
            MeasureKind::ServiceClosed => Some(EventKind::ServiceClosed),
            MeasureKind::ServiceRestored => Some(EventKind::ServiceRestored),
            _ => None,
        }
    }
}

vocabulary! {
    /// How far a measure has come.
    MeasureStatus {
        Done "done" "done" "faite" "Carried out." "Réalisée."
        UnderWay "under_way" "under way" "en cours" "Begun." "Commencée."
        Planned "planned" "planned" "prévue" "Announced, not confirmed as done." "Annoncée, sans confirmation de sa réalisation."
        Refused "refused" "refused" "refusée" "Declined." "Écartée."
        Unknown "unknown" "unknown" "inconnu" "Stated to be unknown." "Dit inconnu."
    }
}

vocabulary! {
    /// What may come of a breach for the persons concerned.
    RiskKind {
        Phishing "phishing" "Phishing" "Hameçonnage" "Messages that trick their reader." "Messages qui trompent leur lecteur."
        IdentityTheft "identity_theft" "Identity theft" "Usurpation d'identité" "Somebody acts in a person's name." "Quelqu'un agit au nom d'une personne."
        Fraud "fraud" "Fraud" "Fraude" "Loss of money by deceit." "Perte d'argent par tromperie."
        AccountTakeover "account_takeover" "Account takeover" "Prise de compte" "Accounts of the person are used." "Des comptes de la personne sont utilisés."
        Extortion "extortion" "Extortion" "Extorsion" "Threats for money." "Menaces contre argent."
        Harassment "harassment" "Harassment" "Harcèlement" "Unwanted contact or threats." "Contacts non voulus ou menaces."
        Discrimination "discrimination" "Discrimination" "Discrimination" "Worse treatment for what became known." "Traitement défavorable pour ce qui fut révélé."
        PhysicalSafety "physical_safety" "Physical safety" "Sécurité physique" "Danger to life or limb." "Danger pour la vie ou l'intégrité."
        Other "other" "Other" "Autre" "Anything else; its text says what." "Autre chose ; le texte le précise."
    }
}

vocabulary! {
    /// The part that somebody has in an incident.
    PartyRole {
        Processor "processor" "Processor" "Sous-traitant" "Handles the data on behalf of the controller." "Traite les données pour le responsable."
        Controller "controller" "Controller" "Responsable" "Answers for the data (also jointly)." "Répond des données (aussi conjointement)."
        Partner "partner" "Partner" "Partenaire" "Works with the controller." "Travaille avec le responsable."
        Supplier "supplier" "Supplier" "Fournisseur" "Supplies a product or service." "Fournit un produit ou service."
        Reporter "reporter" "Reporter" "Lanceur d'alerte" "Told of the breach." "A signalé la violation."
        Investigator "investigator" "Investigator" "Enquêteur" "Investigates." "Enquête."
        Regulator "regulator" "Regulator" "Régulateur" "Supervises." "Contrôle."
        Victim "victim" "Victim" "Victime" "Suffers the breach." "Subit la violation."
        Other "other" "Other" "Autre" "Another part." "Un autre rôle."
    }
}

vocabulary! {
    /// What followed in law or office.
    ConsequenceKind {
        Fine "fine" "Fine" "Amende" "A sum to pay." "Une somme à payer."
        Injunction "injunction" "Injunction" "Injonction" "An order to act." "Un ordre d'agir."
        Warning "warning" "Warning" "Avertissement" "A formal warning." "Un avertissement formel."
        Conviction "conviction" "Conviction" "Condamnation" "A criminal conviction." "Une condamnation pénale."
        Damages "damages" "Damages" "Dommages-intérêts" "A sum to the persons harmed." "Une somme aux personnes lésées."
        Resignation "resignation" "Resignation" "Démission" "Somebody leaves office." "Quelqu'un quitte sa fonction."
        Other "other" "Other" "Autre" "Anything else; its text says what." "Autre chose ; le texte le précise."
    }
}

vocabulary! {
    /// How two incidents belong together.
    Relation {
        SameOrganisation "same_organisation" "same organisation" "même organisation" "The same organisation." "La même organisation."
        SameSupplier "same_supplier" "same supplier" "même prestataire" "The same supplier." "Le même prestataire."
        SameAttacker "same_attacker" "same attacker" "même attaquant" "The same attacker." "Le même attaquant."
        SameData "same_data" "same data" "mêmes données" "The same data, such as a resale." "Les mêmes données, par exemple une revente."
        FollowUp "follow_up" "follow-up" "suite" "One follows from the other." "L'un découle de l'autre."
        Other "other" "other" "autre" "Another relation." "Un autre lien."
    }
}

vocabulary! {
    /// How good a source is.
    Grade {
        A "A" "A" "A" "An official body or a court." "Un organisme officiel ou un tribunal."
        B "B" "B" "B" "An established medium, trade press, or a note on the primary text." "Un média établi, la presse spécialisée, ou une note sur le texte original."
        C "C" "C" "C" "An aggregator, repost or rewrite." "Un agrégateur, une reprise ou une réécriture."
    }
}
