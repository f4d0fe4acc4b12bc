"""Seal a PDF with a time stamp and all it takes to check it when the certificates of today have run out (PAdES B-LTA)."""

from collections.abc import Iterable
from hashlib import sha256
from io import BytesIO

from asn1crypto import x509
from asn1crypto.algos import SignedDigestAlgorithm
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers.pdf_signer import DSSContentSettings, TimestampDSSContentSettings
from pyhanko.sign.timestamps import HTTPTimeStamper, TimeStamper
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

from mingzheng.seal.cms import Seal
from mingzheng.seal.pdf_seal import FIELD

# What it takes to check the stamp is written before it, so that nothing at all lies outside the last stamp.
STAMPED_LAST = DSSContentSettings(
    next_ts_settings=TimestampDSSContentSettings(include_vri=False, update_before_ts=True)
)


def authority_at(url: str) -> TimeStamper:
    """The time-stamp authority at an address (RFC 3161 over HTTP)."""
    return HTTPTimeStamper(url)


class _Plugged(signers.Signer):
    """pyHanko's idea of a signer, over ours."""

    def __init__(self, seal: Seal):
        own, *issuers = map(x509.Certificate.load, seal.chain)
        store = SimpleCertificateStore()
        store.register_multiple(issuers)
        mechanism = SignedDigestAlgorithm({"algorithm": "sha256_rsa"})
        super().__init__(signing_cert=own, cert_registry=store, signature_mechanism=mechanism)
        self._seal = seal

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
        return bytes(384) if dry_run else self._seal.signer.sign(sha256(data).digest())


def seal_pdf_for_long(
    pdf: bytes, seal: Seal, authority: TimeStamper, trusted: Iterable[bytes], *, fetch: bool = True
) -> bytes:
    """The PDF with a B-LTA seal: time-stamped by `authority`, and with all it takes to check it in years to come.

    `trusted` are the roots (DER) under which the seal and the authority stand; `fetch` lets revocation lists be asked for.
    """
    roots = [x509.Certificate.load(root) for root in trusted]
    metadata = signers.PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        embed_validation_info=True,
        use_pades_lta=True,
        dss_settings=STAMPED_LAST,
        validation_context=ValidationContext(trust_roots=roots, allow_fetching=fetch),
    )
    out = BytesIO()
    sealing = signers.PdfSigner(metadata, _Plugged(seal), timestamper=authority)
    sealing.sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf)), output=out)
    return out.getvalue()
