"""What a person's working week on the road amounts to: km and nights away."""

from itertools import pairwise
from math import asin, cos, radians, sin, sqrt

from mingzheng.planner.problem import Limits, Person, Place

from .reading import Stay

EARTH_RADIUS_KM = 6371.0


def road_km(a: Place, b: Place, limits: Limits) -> float:
    """Road km between two places: the great circle (haversine) times the detour."""
    north, east = radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)
    share = sin(north / 2) ** 2 + cos(radians(a.latitude)) * cos(radians(b.latitude)) * sin(east / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(share)) * limits.detour


def km_and_nights(person: Person, week: list[Stay], limits: Limits) -> tuple[float, int]:
    """Of one person in one working week; `week` in the order of time.

    Up to `commute_km` from home he goes there and back every day, at most once a day, to the farthest. Beyond, visits on
    the same or the next day make one trip: home, place after place, home; a night between its days, and one more before
    it when a place of it is beyond `far_km`.
    """
    out = [(stay, road_km(person.home, stay.visit.place, limits)) for stay in week if stay.on_site]
    farthest: dict[object, float] = {}
    for stay, km in out:
        if km <= limits.commute_km:
            for half_day in stay.on_site:
                farthest[half_day.day] = max(farthest.get(half_day.day, 0.0), km)
    total, nights = sum(2 * km for km in farthest.values()), 0
    for trip in _trips([(stay, km) for stay, km in out if km > limits.commute_km]):
        places = [person.home, *(stay.visit.place for stay, _ in trip), person.home]
        total += sum(road_km(a, b, limits) for a, b in pairwise(places))
        days = (trip[-1][0].on_site[-1].day - trip[0][0].on_site[0].day).days
        nights += days + any(km > limits.far_km for _, km in trip)
    return total, nights


def _trips(out: list[tuple[Stay, float]]) -> list[list[tuple[Stay, float]]]:
    trips: list[list[tuple[Stay, float]]] = []
    for stay, km in out:
        if trips and (stay.on_site[0].day - trips[-1][-1][0].on_site[-1].day).days <= 1:
            trips[-1].append((stay, km))
        else:
            trips.append([(stay, km)])
    return trips
