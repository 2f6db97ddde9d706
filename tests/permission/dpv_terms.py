"""The terms of the Data Privacy Vocabulary that receipts use, as its release 2.3 has them.

No package has a copy of version 2, so they are listed here, each looked up in the files
`2.3/dpv/dpv.csv`, `2.3/pd/pd.csv`, `2.3/loc/loc.csv`, `2.3/legal/gb/legal-gb.csv`,
`2.3/legal/eu/legal-eu.csv` and `2.3/legal/eu/gdpr/eu-gdpr.csv` of https://github.com/w3c/dpv.
Those of `dct` are of the DCMI Metadata Terms (2020-01-20), https://www.dublincore.org/.
"""

TERMS = frozenset(
    """
    dpv:ConsentGiven dpv:ConsentNotice dpv:ConsentReceipt dpv:ConsentRecord dpv:ConsentRefused
    dpv:DataController dpv:DataProtectionAuthority dpv:DataProtectionOfficer dpv:DataSubject
    dpv:DataSubjectDataSource dpv:DataSubjectRight dpv:ExplicitlyExpressedConsent dpv:MakeAvailable
    dpv:ParentOfDataSubject dpv:Process dpv:Purpose dpv:Recipient dpv:SpecialCategoryPersonalData
    dpv:StorageDuration dpv:StorageLocation dpv:ThirdPartyDataSource dpv:UntilTimeDuration
    dpv:WithdrawConsent
    dpv:hasAddress dpv:hasApplicableLaw dpv:hasAuthority dpv:hasConsentControl
    dpv:hasConsentStatus dpv:hasContact dpv:hasDataController dpv:hasDataProtectionOfficer
    dpv:hasDataSource dpv:hasDataSubject dpv:hasDuration dpv:hasIdentifier
    dpv:hasIndicationMethod dpv:hasJurisdiction dpv:hasLegalBasis dpv:hasLocation dpv:hasName
    dpv:hasNotice dpv:hasPersonalData dpv:hasProcess dpv:hasProcessing dpv:hasPurpose
    dpv:hasRecipient dpv:hasRecordOfActivity dpv:hasRight dpv:hasStorageCondition
    dpv:isExercisedAt dpv:isIndicatedAtTime dpv:isIndicatedBy
    pd:LifeHistory pd:Name pd:Picture
    loc:GB loc:IE
    legal-gb:law-DPA legal-gb:law-GDPR legal-eu:law-GDPR
    eu-gdpr:A6-1-a eu-gdpr:A9-2-a eu-gdpr:A7-3 eu-gdpr:A15 eu-gdpr:A16 eu-gdpr:A17 eu-gdpr:A18
    eu-gdpr:A20 eu-gdpr:A77
    dct:conformsTo dct:created dct:date dct:description dct:identifier dct:language dct:subject
    dct:title
    rdf:value
    """.split()
)
