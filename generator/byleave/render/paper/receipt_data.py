"""A receipt for machines: JSON-LD in the words of the Data Privacy Vocabulary (DPV) 2.

It is laid out as "Consent Records and Receipts as per ISO/IEC TS 27560:2023 using DPV" has it
(https://w3id.org/dpv/guides/consent-27560): a receipt that holds a record of what was permitted,
and another of what was refused.
"""

import json
import uuid
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from byleave.model.forms import ConsentReceipt
from byleave.model.permission import Law, Recipient, words_in
from byleave.model.settings import Settings
from byleave.model.terms import Use

CONTEXT = {
    "dpv": "https://w3id.org/dpv#",
    "pd": "https://w3id.org/dpv/pd#",
    "loc": "https://w3id.org/dpv/loc#",
    "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
    "legal-eu": "https://w3id.org/dpv/legal/eu#",
    "legal-gb": "https://w3id.org/dpv/legal/gb#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dct": "http://purl.org/dc/terms/",
}
_SCHEMA = "https://w3id.org/dpv/schema/dpv-27560#"
# What DPV calls who said yes, where it has a word for that.
_BY = {"parent": "dpv:ParentOfDataSubject"}
_RIGHTS = {
    "A7-3": "Right to withdraw consent",
    "A15": "Right of access",
    "A16": "Right to rectification",
    "A17": "Right to erasure",
    "A18": "Right to restriction of processing",
    "A20": "Right to data portability",
    "A77": "Right to lodge a complaint with a supervisory authority",
}
_LAWS = {
    "UK GDPR": ("legal-gb:law-GDPR", "legal-gb:law-DPA"),
    "GDPR": ("legal-eu:law-GDPR",),
    "": (),
}

Node = dict[str, Any]

_READERS: Node = {"@type": "dpv:Recipient", "dpv:hasName": "whoever reads it"}


class ReceiptWords(Struct, frozen=True, kw_only=True):
    """What a receipt says besides the record: in words of the paper, in its language.

    `uses` are all that were asked about, with their titles; `way` is where permission is taken
    back, such as an address to send a message to.
    """

    uses: Mapping[Use, str]
    language: str
    absolute: Callable[[str], str]
    way: str


def receipt_data(receipt: ConsentReceipt, settings: Settings, said: ReceiptWords) -> str:
    """The receipt as JSON-LD, for people to hand on to programs that read such."""
    records = [_record(receipt, settings, said, yes=True)]
    if said.uses.keys() - receipt.uses:
        records.append(_record(receipt, settings, said, yes=False))
    node = {
        "@context": CONTEXT,
        "@id": f"urn:uuid:{receipt.number}",
        "@type": "dpv:ConsentReceipt",
        "dct:conformsTo": {"@id": f"{_SCHEMA}receipt"},
        "dpv:hasIdentifier": receipt.number,
        "dct:created": receipt.made.isoformat(),
        "dct:language": said.language,
        "dpv:hasRecordOfActivity": records,
    }
    return json.dumps(node, indent=2, ensure_ascii=False) + "\n"


def _record(receipt: ConsentReceipt, settings: Settings, said: ReceiptWords, *, yes: bool) -> Node:
    """What was permitted of a record, or what was refused of it."""
    asked = {use: title for use, title in said.uses.items() if (use in receipt.uses) is yes}
    kind = "ConsentGiven" if yes else "ConsentRefused"
    number = uuid.uuid5(uuid.UUID(receipt.number), kind)
    law = settings.permission.law
    return {
        "@id": f"urn:uuid:{number}",
        "@type": "dpv:ConsentRecord",
        "dct:conformsTo": {"@id": f"{_SCHEMA}record"},
        "dpv:hasIdentifier": receipt.form.record,
        "dpv:hasDataSubject": {
            "@type": "dpv:DataSubject",
            "dpv:hasIdentifier": receipt.form.record,
        },
        "dpv:hasNotice": {
            "@id": said.absolute("/how-we-ask/"),
            "@type": "dpv:ConsentNotice",
            "dct:date": receipt.made.isoformat(),
            "dct:language": said.language,
        },
        "dpv:hasDataController": _controller(settings),
        **_places(law),
        "dpv:hasProcess": [_process(one, receipt, settings, said) for one in asked.items()],
        "dpv:hasConsentControl": {"@type": "dpv:WithdrawConsent", "dpv:isExercisedAt": said.way},
        "dpv:hasRight": [_right(name, law, said) for name in _RIGHTS],
        "dpv:hasConsentStatus": _event(kind, receipt),
    }


def _event(kind: str, receipt: ConsentReceipt) -> Node:
    node: Node = {
        "@type": f"dpv:{kind}",
        "dpv:isIndicatedAtTime": receipt.given.isoformat(),
        "dpv:isIndicatedBy": {"@id": _BY.get(receipt.by, "dpv:DataSubject")},
        "dpv:hasIndicationMethod": f"a sheet of paper, signed, marked or witnessed ({receipt.by})",
    }
    if kind == "ConsentGiven":
        node["@type"] = ["dpv:ConsentGiven", "dpv:ExplicitlyExpressedConsent"]
        node["dpv:hasDuration"] = {
            "@type": "dpv:UntilTimeDuration",
            "rdf:value": receipt.until.isoformat(),
        }
    return node


def _process(
    use: tuple[Use, str], receipt: ConsentReceipt, settings: Settings, said: ReceiptWords
) -> Node:
    """One use that somebody was asked about: what for, of what, kept where and for how long."""
    name, title = use
    law = settings.permission.law
    return {
        "@type": "dpv:Process",
        "dct:identifier": name,
        "dpv:hasPurpose": {"@type": "dpv:Purpose", "dct:title": title, **_why(settings, said)},
        "dpv:hasPersonalData": list(_data(receipt)),
        "dpv:hasDataSource": [
            {"@id": "dpv:DataSubjectDataSource"},
            {"@id": "dpv:ThirdPartyDataSource"},
        ],
        "dpv:hasProcessing": {"@id": "dpv:MakeAvailable"},
        "dpv:hasLegalBasis": list(_basis(law)),
        "dpv:hasStorageCondition": list(_storage(receipt, settings, said)),
        "dpv:hasRecipient": [*map(_recipient, law.recipients), _READERS],
        "dct:subject": {
            "@id": said.absolute(receipt.form.address),
            "dct:title": receipt.form.title,
        },
    }


def _why(settings: Settings, said: ReceiptWords) -> Node:
    why = settings.permission.law.why
    return {"dct:description": _said(why, settings, said)} if why else {}


def _said(words: Mapping[str, str], settings: Settings, said: ReceiptWords) -> Node:
    value, language = words_in(words, said.language, settings.language)
    return {"@value": value, "@language": language}


def _data(receipt: ConsentReceipt) -> Iterator[Node]:
    """The kinds of data; what is told may be of a special kind, and nothing says of which."""
    yield {"@id": "pd:Name"}
    yield {"@id": "pd:LifeHistory"}
    yield {"@id": "dpv:SpecialCategoryPersonalData"}
    if receipt.form.files:
        yield {"@id": "pd:Picture"}


def _basis(law: Law) -> Iterator[Node]:
    yield {"@id": "dpv:ExplicitlyExpressedConsent"}
    if law.act == "GDPR":
        yield {"@id": "eu-gdpr:A6-1-a"}
        yield {"@id": "eu-gdpr:A9-2-a"}


def _storage(receipt: ConsentReceipt, settings: Settings, said: ReceiptWords) -> Iterator[Node]:
    law = settings.permission.law
    for one in law.recipients:
        yield {
            "@type": "dpv:StorageLocation",
            "dct:title": one.name,
            "dpv:hasLocation": {"@id": f"loc:{one.country}"},
        }
    yield {
        "@type": "dpv:StorageDuration",
        "dpv:hasDuration": {
            "@type": "dpv:UntilTimeDuration",
            "rdf:value": receipt.until.isoformat(),
        },
    }
    for name in ("sheet", "record", "files"):
        if words := getattr(law.keeps, name):
            yield {
                "@type": "dpv:StorageDuration",
                "dct:title": name,
                "dct:description": _said(words, settings, said),
            }


def _recipient(one: Recipient) -> Node:
    return {
        "@type": "dpv:Recipient",
        "dpv:hasName": one.name,
        "dpv:hasLocation": {"@id": f"loc:{one.country}"},
    }


def _controller(settings: Settings) -> Node:
    permission = settings.permission
    law = permission.law
    ways = (permission.telephone, permission.text, permission.email)
    node: Node = {
        "@id": settings.url,
        "@type": "dpv:DataController",
        "dpv:hasName": law.name or settings.name,
        "dpv:hasIdentifier": law.number or settings.url,
        "dpv:hasContact": [way for way in ways if way],
    }
    if address := law.address or next(iter((permission.post or {}).values()), ""):
        node["dpv:hasAddress"] = address
    if law.officer:
        node["dpv:hasDataProtectionOfficer"] = {
            "@type": "dpv:DataProtectionOfficer",
            "dpv:hasName": law.officer,
        }
    return node


def _places(law: Law) -> Node:
    """Whose law holds, and the authority, as far as they are told."""
    node: Node = {}
    if law.country:
        node["dpv:hasJurisdiction"] = {"@id": f"loc:{law.country}"}
        node["dpv:hasApplicableLaw"] = [{"@id": name} for name in _LAWS[law.act]]
    if law.regulator:
        node["dpv:hasAuthority"] = {
            "@type": "dpv:DataProtectionAuthority",
            "dpv:hasName": next(iter(law.regulator.name.values())),
            "dpv:hasAddress": law.regulator.address,
        }
    return node


def _right(name: str, law: Law, said: ReceiptWords) -> Node:
    kind = ["dpv:DataSubjectRight", f"eu-gdpr:{name}"]
    return {
        "@type": kind if law.act == "GDPR" and law.country else kind[:1],
        "dct:title": _RIGHTS[name],
        "dpv:isExercisedAt": said.way,
    }
