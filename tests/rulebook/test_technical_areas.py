from mingzheng.rulebook.technical_areas import find_technical_areas, technical_areas


def test_there_are_39_groups_and_every_finer_code_lies_in_one():
    codes = technical_areas()
    groups = [code for code in codes if len(code) == 2]

    assert groups == [f"{n:02d}" for n in range(1, 40)]
    assert len(codes) - len(groups) == 519
    assert all(area.group in codes and area.zh and area.en for area in codes.values())


def test_a_code_is_found_by_its_beginning_and_by_its_name():
    assert next(area.code for area in find_technical_areas("11")) == "11"
    assert {area.group for area in find_technical_areas("建设")} >= {"28"}
    assert {area.group for area in find_technical_areas("construction")} == {"28"}
