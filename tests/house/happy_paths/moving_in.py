"""What was carried in, and the trial run."""

from mingzheng.rulebook.moving_in import Measure

from . import Call, Cast, call, happy, plainly

plainly(
    "moving_in.record_import", "administrator", "clients",
    file="客户.xlsx", digest="0" * 64, counts={"taken": 1, "mended": 0, "repeated": 0, "known": 0, "refused": 0},
    keys=["91"], refusals=[], unread=[],
)  # fmt: skip
plainly("moving_in.begin_trial_run", "general_office", "原业务系统")


def run(cast: Cast) -> str:
    return call("moving_in.begin_trial_run", "原业务系统", by=cast["general_office"])().number


@happy("moving_in.compare_systems")
def _(cast: Cast) -> Call:
    return call("moving_in.compare_systems", run(cast), Measure.CLIENTS, there=0, by=cast["general_office"])


@happy("moving_in.conclude_trial_run")
def _(cast: Cast) -> Call:
    number = run(cast)
    for measure in Measure:
        call(
            "moving_in.compare_systems",
            number,
            measure,
            there=0,
            explanation="口径",
            by=cast["general_office"],
        )()
    return call(
        "moving_in.conclude_trial_run", number, succeeded=True, conclusion="成功", by=cast["director"]
    )
