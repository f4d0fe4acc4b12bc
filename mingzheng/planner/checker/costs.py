"""The exact cost of a plan, part by part, from the definition of each weight alone."""

from mingzheng.planner.plan import Assignment, Cost
from mingzheng.planner.problem import Visit, Weights

from .reading import Reading, half_days_of
from .travel import km_and_nights


def cost_of(reading: Reading) -> Cost:
    weights = reading.problem.weights
    visits = [cost_of_visit(reading, visit, weights) for visit in reading.problem.visits]
    people = [cost_of_person(reading, who, weights) for who in reading.people]
    names = {name for parts in visits + people for name in parts}
    return Cost(**{name: sum(parts.get(name, 0.0) for parts in visits + people) for name in sorted(names)})


def cost_of_visit(reading: Reading, visit: Visit, weights: Weights) -> dict[str, float]:
    assignment = reading.assigned.get(visit.id)
    if assignment is None:
        return {"unplanned": weights.unplanned}
    end, begin = half_days_of(assignment)[-1].day, assignment.start.day
    late = (end - visit.due).days
    wished = not visit.wished or any(span.first <= begin <= span.last for span in visit.wished)
    senior = any(reading.people[who].senior for who in assignment.people)
    known = not visit.previous_team or visit.previous_team & set(assignment.people)
    return {
        "lateness": weights.late + weights.late_day * late if late > 0 else 0.0,
        "wishes": 0.0 if wished else weights.unwished,
        "seniority": weights.no_senior if visit.premium and not senior else 0.0,
        "experts": weights.expert_half_day * assignment.half_days if assignment.expert else 0.0,
        "continuity": 0.0 if known else weights.new_faces,
        "disturbance": _disturbance(visit, assignment, weights),
    }


def _disturbance(visit: Visit, assignment: Assignment, weights: Weights) -> float:
    told = visit.promised
    if told is None:
        return 0.0
    moved = (told.start, told.half_days) != (assignment.start, assignment.half_days)
    others = len(set(assignment.people) - set(told.people))
    return weights.moved_visit * moved + weights.moved_person * others


def cost_of_person(reading: Reading, who: str, weights: Weights) -> dict[str, float]:
    person, by_week = reading.people[who], reading.stays_by_week(who)
    travelled = [km_and_nights(person, week, reading.problem.limits) for week in by_week.values()]
    nights = sum(night for _, night in travelled)
    load = sum(len(stay.half_days) for week in by_week.values() for stay in week)
    unfair = 0.0
    if person.fair_half_days is not None and (person.full_time or load > person.fair_half_days):
        unfair = weights.unfair * (load - person.fair_half_days) ** 2
    return {
        "travel": weights.km * sum(km for km, _ in travelled),
        "nights": weights.night * nights,
        "fatigue": weights.fatigue * nights**2,
        "fees": 0.0 if person.full_time else weights.part_time_half_day * load,
        "unfairness": unfair,
    }
