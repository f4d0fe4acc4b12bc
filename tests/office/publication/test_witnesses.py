"""Others see that the public log only grows, and sign it; a reader may want so many of them."""

import json

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from mingzheng.office.publication.keyring import keyring
from mingzheng.office.publication.models import Checkpoint, Cosignature
from mingzheng.office.publication.queries import entry_of
from mingzheng.rulebook.verdict import Refused
from mingzheng.seal.did import origin
from mingzheng.seal.examine import Verdict, examine, examine_offline
from mingzheng.seal.note import NoteKey
from mingzheng.seal.witness import read_policy
from tests.certified import certificate
from tests.published import ADDRESS, adopt, keys_in, moment, published, read, sealed, trusted, turn
from tests.rows import DAY
from tests.witness import observing

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.one_database]


@pytest.fixture
def observers(db, tmp_path, settings):
    """Three witnesses of a body with keys of its own, and its policy file."""
    settings.KEYS, settings.PUBLISHED, settings.PUBLIC_ADDRESS = (
        tmp_path / "keys",
        tmp_path / "public",
        ADDRESS,
    )
    keys_in(settings.KEYS)
    adopt()
    log = NoteKey.of(origin(ADDRESS), keyring().log)
    names = ("body.example", "accreditor.example", "network.example")
    with observing(names[0], log) as one, observing(names[1], log) as two, observing(names[2], log) as three:
        yield [one, two, three]


def policy(observers, least: int) -> str:
    lines = [f"witness w{n} {one.vkey} {one.url}" for n, one in enumerate(observers)]
    return "\n".join([*lines, f"group enough {least} w0 w1 w2", "quorum enough", ""])


def wanted(settings, observers, least: int, *, must: bool) -> None:
    """The body wants so many; the file of its keys is read anew."""
    place = settings.KEYS / "keys.toml"
    told = place.read_text().partition("[witnesses]")[0]
    (settings.KEYS / "witnesses.policy").write_text(policy(observers, least))
    place.write_text(f'{told}[witnesses]\npolicy = "witnesses.policy"\nmust = {str(must).lower()}\n# {least}')


def lines_of_checkpoint() -> int:
    return read("log/checkpoint").decode().count("\N{EM DASH} ")


def test_every_checkpoint_bears_the_witnesses_signatures_and_so_does_each_proof(
    settings, observers, tmp_path
):
    wanted(settings, observers, 2, must=False)
    entry = published()
    assert lines_of_checkpoint() == 4 and Cosignature.objects.count() == 3 * Checkpoint.objects.count()
    assert {code for one in observers for code in one.asked} == {200}
    jwt, proof = (read(f"C/{entry.public_id}.{end}").decode() for end in ("jwt", "tlog-proof"))
    for least in (1, 3):
        reads = read_policy(policy(observers, least))
        assert examine(jwt, proof, trusted(), read, now=moment(), policy=reads).verdict is Verdict.VALID
        assert examine_offline(jwt, proof, trusted(), on=DAY, policy=reads).verdict is Verdict.VALID


def test_without_them_the_log_is_shown_and_those_who_were_away_are_asked_again(settings, observers):
    wanted(settings, observers, 3, must=False)
    observers[1].away = True
    entry = published()
    assert lines_of_checkpoint() == 3
    jwt, proof = (read(f"C/{entry.public_id}.{end}").decode() for end in ("jwt", "tlog-proof"))
    finding = examine(jwt, proof, trusted(), read, now=moment(), policy=read_policy(policy(observers, 3)))
    assert (finding.verdict, finding.faults[0].code) == (Verdict.UNCONFIRMED, "proof.unwitnessed")
    assert finding.faults[0].details["signed"] == "w0, w2"
    observers[1].away = False
    turn()
    assert lines_of_checkpoint() == 4 and observers[1].asked[-2:] == [409, 200]
    finding = examine(jwt, proof, trusted(), read, now=moment(), policy=read_policy(policy(observers, 3)))
    assert finding.verdict is Verdict.VALID
    turn()
    assert observers[1].asked[-2:] == [409, 200]  # nobody is asked twice


def test_where_they_must_sign_nothing_new_is_shown_or_sealed_before_they_have(settings, observers):
    wanted(settings, observers, 3, must=True)
    turn()
    before = read("log/checkpoint")
    observers[2].away = True
    held = certificate()
    turn()
    assert read("log/checkpoint") == before and read("status/revocation/1")
    with pytest.raises(Refused, match="log.unwitnessed"):
        sealed(held)
    observers[2].away = False
    turn()
    assert read("log/checkpoint") != before and lines_of_checkpoint() == 4
    sealed(held)
    assert entry_of(held.number).sealed.proof.count("\N{EM DASH} ") == 4


def test_a_forked_log_gets_no_signature(settings, observers):
    wanted(settings, observers, 1, must=False)
    turn()
    observers[0].root = bytes(32)  # it saw another log of this size
    certificate()
    turn()
    assert observers[0].asked[-1] == 422 and lines_of_checkpoint() == 3


def test_the_program_wants_the_witnesses_of_a_file(settings, observers, tmp_path, capsys):
    wanted(settings, observers, 1, must=False)
    entry = published()

    def asked(said: str) -> tuple[str, int]:
        (tmp_path / "policy").write_text(said)
        with pytest.raises(SystemExit) as ended:
            call_command(
                "verify", f"{ADDRESS}/C/{entry.public_id}", at=str(settings.PUBLISHED), offline=True,
                on=DAY, witnesses=tmp_path / "policy", json=True,
            )  # fmt: skip
        return json.loads(capsys.readouterr().out)["verdict"], ended.value.code

    assert asked(policy(observers, 3)) == ("valid", 0)
    observers[0].name = "elsewhere.example"  # whom the reader wants, and the body never asked
    assert asked(policy(observers, 2)) == ("valid", 0)
    assert asked(policy(observers, 3)) == ("unconfirmed", 2)
    with pytest.raises(CommandError, match="quorum nobody"):
        asked("quorum nobody")
