"""Published instances of another trade are read, planned, and judged by their own rules too."""

import pytest

from bench.mspsp import matched, read, shortest

SMALL = """
n_skills = 2;
n_workers = 3;
has_skills = [{1}, {1, 2}, {2}];
n_tasks = 5;
d = [2, 1, 3, 0, 1];
rr = [| 1, 2, 0, 0, 1
      | 1, 0, 1, 0, 1 |];
suc = [{4}, {3}, {}, {5}, {}];
"""  # one after two through a task that takes no time; both workers of skill 1 at once
SAME = """
% the same in the other format
nActs = 5;
dur = [2,1,3,0,1];
nSkills = 2;
sreq = [| 1,1,
\t| 2,0,
\t| 0,1,
\t| 0,0,
\t| 1,1, |];
mastery = [| true,false,
\t| true,true,
\t| false,true, |];
pred = [1,2,4];
succ = [4,3,5];
"""


@pytest.mark.slow
@pytest.mark.parametrize("text", [SMALL, SAME])
def test_a_small_project_is_as_short_as_it_can_be(tmp_path, text):
    (tmp_path / "small.dzn").write_text(text)
    instance = read(tmp_path / "small.dzn")
    assert instance.asked[1] == {1: 2} and instance.before[4] == {3}
    assert instance.lower_bound() == 4
    assert shortest(instance, seconds=10.0, seed=1, steps=5000)[0] == 4


def test_a_worker_brings_one_skill_to_a_task():
    assert len(matched([[0, 1], [0]])) == 2
    assert len(matched([[0, 1]])) == 1
    assert matched([[], [0], [0]]) == {1: 0}
