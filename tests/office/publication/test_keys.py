"""The keys of the body: wherever they are, they sign alike; and they are changed without a certificate losing its proof."""

import json
import os
import shutil
import subprocess
import threading
from base64 import b64decode, b64encode
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pkcs11
import pytest
from cryptography import x509
from django.conf import settings
from pkcs11 import Attribute, KeyType, Mechanism
from pkcs11.util.ec import encode_named_curve_parameters

from mingzheng.office.publication.actions.change_key import change_key
from mingzheng.office.publication.keyring import adopted, keyring
from mingzheng.office.publication.making_keys import make_key
from mingzheng.office.publication.models import Key, Line
from mingzheng.office.publication.signers import signer_of
from mingzheng.office.record.models import Event
from mingzheng.rulebook.verdict import Refused
from mingzheng.seal.did import CREDENTIAL, LOG, SEAL
from mingzheng.seal.examine import Verdict, examine
from mingzheng.seal.leaf import read_leaf
from mingzheng.seal.pdf_check import open_sealed
from mingzheng.seal.signer import Algorithm, KeyInMemory, new_key, sign, verify
from tests.certified import certificate
from tests.published import administrator, adopt, moment, published, read, trusted, turn
from tests.rows import DAY

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.one_database]
DEVICE = "/usr/lib/softhsm/libsofthsm2.so"  # Debian's softhsm2
LATER = DAY.replace(month=6)


@pytest.fixture
def own_keys(publishing, tmp_path, key_folder):
    """Keys that a test may change."""
    shutil.copytree(key_folder, tmp_path / "keys")
    settings.KEYS = tmp_path / "keys"
    return settings.KEYS


def rotated(folder: Path, use: str, *, revoke=False):
    make_key(folder, use, "示例认证中心有限公司", on=LATER)
    return adopt(use, revoke=revoke, on=LATER)


def verdict(entry, on=LATER) -> Verdict:
    jwt, proof = (read(f"C/{entry.public_id}.{end}").decode() for end in ("jwt", "tlog-proof"))
    return examine(jwt, proof, trusted(), read, now=moment(on)).verdict


def test_the_drill_keys_are_changed_and_what_was_sealed_before_still_proves_itself(own_keys):
    before = published()
    pdf = read(f"C/{before.public_id}.pdf")
    for use in (CREDENTIAL, LOG, SEAL):
        rotated(own_keys, use)
    after = published(certificate("EMS", on=LATER), on=LATER)
    assert verdict(before) is verdict(after) is Verdict.VALID
    seals = trusted().seals
    assert (
        open_sealed(pdf, seals).fingerprint
        != open_sealed(read(f"C/{after.public_id}.pdf"), seals).fingerprint
    )
    kids = {
        json.loads(b64decode(read(f"C/{one.public_id}.jwt").split(b".")[0] + b"=="))["kid"]
        for one in (before, after)
    }
    assert len(kids) == 2
    told = [
        read_leaf(text.encode()) for text in Line.objects.filter(entry=None).values_list("text", flat=True)
    ]
    assert [leaf.what for leaf in told] == ["key-added"] * 3 + ["key-retired", "key-added"] * 3
    assert Event.objects.filter(kind="publication.key-changed").count() == 6


def test_a_stolen_key_is_revoked_and_what_it_signed_before_stays_genuine(own_keys):
    before = published()
    rotated(own_keys, CREDENTIAL, revoke=True)
    turn(LATER)
    assert verdict(before) is Verdict.VALID
    methods = json.loads(read(".well-known/did.json"))["verificationMethod"]
    assert [one.get("revoked") for one in methods if one["publicKeyJwk"]["kty"] == "EC"] == [
        f"{LATER}T00:00:00+08:00",
        None,
    ]


def test_a_key_that_is_not_in_the_public_list_signs_nothing(own_keys):
    make_key(own_keys, LOG, "x", on=LATER)
    with pytest.raises(Refused, match="keys.not-adopted"):
        turn(LATER)
    with pytest.raises(Refused, match="keys.not-adopted"):
        adopted(keyring(), CREDENTIAL, LOG)


def test_without_keys_nothing_is_signed_and_it_says_what_to_do(publishing, tmp_path):
    settings.KEYS = tmp_path / "nowhere"
    with pytest.raises(Refused, match="keys.none"):
        turn()


def test_a_key_is_taken_into_use_once_and_by_the_administrator(publishing, cast):
    public, _ = keyring().public(CREDENTIAL)
    with pytest.raises(Refused, match="keys.already-in-use"):
        change_key(CREDENTIAL, public=public, on=DAY, by=administrator())
    with pytest.raises(Refused, match="person.not-yours"):
        change_key(CREDENTIAL, public=public, on=DAY, by=cast["director"])


def test_no_private_key_is_in_the_database_or_the_public_folder(own_keys, publishing):
    published()
    secrets = [file.read_bytes() for file in own_keys.glob("*.pem")]
    assert len(secrets) == 3
    middles = [b"".join(secret.splitlines()[1:-1])[20:60] for secret in secrets]
    everything = json.dumps([*Key.objects.values(), *Event.objects.values()], default=str).encode()
    for file in publishing.rglob("*"):
        if file.is_file():
            everything += file.read_bytes()
    assert not any(middle in everything for middle in middles)
    assert all(file.stat().st_mode & 0o077 == 0 for file in own_keys.iterdir())


# --- a device ---------------------------------------------------------------------------------------------------------
@pytest.fixture(scope="module")
def device(tmp_path_factory):
    """A software device with a key of each kind, and the folder keys.toml would lie in."""
    assert os.path.exists(DEVICE), "apt-get install softhsm2: keys in a device are tested with it"
    folder = tmp_path_factory.mktemp("device")
    (folder / "tokens").mkdir()
    (folder / "softhsm2.conf").write_text(
        f"directories.tokendir = {folder}/tokens\nobjectstore.backend = file\n"
    )
    (folder / "pin").write_text("1234\n")
    os.environ["SOFTHSM2_CONF"] = str(folder / "softhsm2.conf")
    made = "softhsm2-util --init-token --free --label body --pin 1234 --so-pin 1234"
    subprocess.run(made.split(), check=True, capture_output=True)
    with pkcs11.lib(DEVICE).get_token(token_label="body").open(rw=True, user_pin="1234") as session:
        curve = session.create_domain_parameters(
            KeyType.EC, {Attribute.EC_PARAMS: encode_named_curve_parameters("secp256r1")}, local=True
        )
        curve.generate_keypair(store=True, label=CREDENTIAL)
        session.generate_keypair(KeyType.RSA, 2048, store=True, label=SEAL)
        edwards = session.create_domain_parameters(
            KeyType.EC_EDWARDS,
            {Attribute.EC_PARAMS: encode_named_curve_parameters("1.3.101.112")},
            local=True,
        )
        edwards.generate_keypair(store=True, label=LOG, mechanism=Mechanism.EC_EDWARDS_KEY_PAIR_GEN)
    return folder


@pytest.mark.parametrize(
    ("label", "algorithm"), [(CREDENTIAL, Algorithm.ES256), (LOG, Algorithm.ED25519), (SEAL, Algorithm.RS256)]
)
def test_a_key_in_a_device_signs_like_any_other(device, label, algorithm):
    described = {"pkcs11": DEVICE, "token": "body", "label": label, "pin_file": "pin"}
    signer = signer_of(described, device)
    assert signer.algorithm is algorithm
    assert verify(algorithm, signer.public_key, b"what was decided", sign(signer, b"what was decided"))
    assert not verify(algorithm, signer.public_key, b"what was not", sign(signer, b"what was decided"))


# --- a service --------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("algorithm", [Algorithm.ES256, Algorithm.ED25519])
def test_a_key_at_a_service_signs_like_any_other(tmp_path, algorithm):
    held = KeyInMemory(new_key(algorithm))

    class Service(BaseHTTPRequestHandler):
        def do_POST(self):
            told = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            known = self.headers["Authorization"] == "Bearer s3cret" and told["algorithm"] == algorithm
            self.send_response(200 if known else 403)
            self.end_headers()
            signature = held.sign(b64decode(told["digest"])) if known else b""
            self.wfile.write(json.dumps({"signature": b64encode(signature).decode()}).encode())

        def log_message(self, *args):
            pass

    (tmp_path / "token").write_text("s3cret\n")
    (tmp_path / "public.der").write_bytes(held.public_key)
    with HTTPServer(("127.0.0.1", 0), Service) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        described = {
            "url": f"http://127.0.0.1:{server.server_port}/sign",
            "token_file": "token",
            "algorithm": algorithm,
            "public_key": "public.der",
        }
        signer = signer_of(described, tmp_path)
        signed = sign(signer, b"what was decided")
        (tmp_path / "token").write_text("wrong")
        with pytest.raises(OSError, match="403"):
            sign(signer_of(described, tmp_path), b"what was decided")
        server.shutdown()
    assert verify(algorithm, signer.public_key, b"what was decided", signed)


def test_the_test_authority_says_in_its_name_that_it_is_one(key_folder):
    (chain,) = key_folder.glob("seal-*.crt")
    own, root = x509.load_pem_x509_certificates(chain.read_bytes())
    own.verify_directly_issued_by(root)
    assert "TEST" in own.issuer.rfc4514_string() and "TEST" not in own.subject.rfc4514_string()
