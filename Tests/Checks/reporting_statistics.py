"""Reckons with SciPy and statsmodels what the tests of Reporting expect; run by hand:

    python3 -m venv .checks && .checks/bin/pip install numpy scipy statsmodels
    .checks/bin/python Tests/Checks/reporting_statistics.py
"""

import math

import numpy as np
from scipy import integrate, special, stats
from statsmodels.robust.scale import qn_scale
from statsmodels.tsa.holtwinters import ExponentialSmoothing

COUNTS = [12, 9, 14, 11, 10, 5, 3, 15, 8, 13, 16, 9, 4, 6, 10, 12, 11, 18, 7, 6, 2, 13, 9, 17,
          12, 11, 5, 4, 30, 21, 26, 24, 22, 11, 9]


def location(values):
    """Hodges and Lehmann 1963."""
    values = np.asarray(values)
    first, second = np.triu_indices(len(values))
    return np.median((values[first] + values[second]) / 2)


def deviation(values):
    """Qn by statsmodels, with the factor for small samples of Croux and Rousseeuw 1992."""
    count = len(values)
    factor = count / (count + (1.4 if count % 2 else 3.8))
    return qn_scale(np.asarray(values), c=1 / (math.sqrt(2) * stats.norm.ppf(5 / 8))) * factor


def usual(counts):
    """Place and deviation for the day after, on √(count + 3/8), the first day a Monday."""
    roots = np.sqrt(np.array(counts) + 0.375)
    day = np.arange(len(counts)) % 7
    places = np.array([location(roots[day == d]) for d in range(7)])
    offsets = roots - places[day]
    level = location(offsets[-28:])
    excess = max(deviation(offsets) ** 2 * len(counts) / (len(counts) - 7) - 1 / 4, 0)
    weights = np.maximum((places + level) ** 2 - 0.375, 0) + 5
    today = len(counts) % 7
    variance = 1 / 4 + excess * weights[today] / np.mean(weights[day])
    own = int(np.sum(day == today))
    return places[today] + level, math.sqrt(variance * (1 + math.pi / 3 / own))


def log_odds(recent, recent_total, before, before_total, strength=500):
    """Monroe, Colaresi and Quinn 2008, equations 16, 20 and 22."""
    prior = strength * (recent + before) / (recent_total + before_total)
    logit = lambda n, all: math.log((n + prior) / (all + strength - n - prior))
    delta = logit(recent, recent_total) - logit(before, before_total)
    return delta, delta / math.sqrt(1 / (recent + prior) + 1 / (before + prior))


def erlang_c(load, operators):
    """From the Poisson distribution, not by the recursion."""
    blocked = stats.poisson.pmf(operators, load) / stats.poisson.cdf(operators, load)
    rho = load / operators
    return blocked / (1 - rho * (1 - blocked))


def holt_winters(counts):
    """statsmodels' own smoothing, from the first week's level and season."""
    first = np.array(counts[:7], dtype=float)
    level = first.mean()
    fit = ExponentialSmoothing(
        np.array(counts[7:], dtype=float), seasonal="add", seasonal_periods=7,
        initialization_method="known", initial_level=level, initial_seasonal=first - level,
    ).fit(smoothing_level=0.2, smoothing_seasonal=0.1, optimized=False)
    return fit.forecast(7)


print("location:", f"{location([3, 1, 4, 1, 5]):.14f}",
      "deviation:", *(f"{deviation(some):.14f}" for some in (COUNTS, COUNTS[:14])))
print("usual:", *(f"{x:.14f}" for x in usual(COUNTS)))
for case in [(10, 100, 5, 400), (7, 700, 7, 700), (3, 50, 0, 1000), (0, 10, 4, 90)]:
    print("log-odds", case, *(f"{x:.12f}" for x in log_odds(*case)))
for load, operators in [(10.0, 14), (0.5, 1), (2.0, 3), (45.0, 50), (180.0, 200)]:
    print("Erlang C", load, operators, f"{erlang_c(load, operators):.15f}")
for load, operators, wait in [(10.0, 14, 1 / 9), (5.0, 7, 0.2), (45.0, 50, 0.5)]:
    share = 1 - erlang_c(load, operators) * math.exp(-(operators - load) * wait)
    print("share within", load, operators, f"{share:.15f}")
print("Holt-Winters:", [f"{x:.12f}" for x in holt_winters(COUNTS)])
for share in (0.1, 0.5, 0.9):
    print("quantile", share, f"{np.quantile(COUNTS, share, method='linear'):.12f}")
print("MAD:", stats.median_abs_deviation(COUNTS, scale=1 / 1.4826), np.median(COUNTS))
