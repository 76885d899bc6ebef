#!/usr/bin/env python3
"""Independent Monte Carlo in NumPy of the scenario files with dated rates: markets (flat Armington, infinite supply) and the own-price twin.

usage: market_quarters_reference.py Scenarios [--draws 100000] [--seed 23] > market_quarters_reference.csv
Tables, rates, dates and distributions are read from the scenario files; the formulas are written out here and share no code with the program:
V'/V = tau^-sigma P^(sigma - eta) with P = (sum pi tau^(1-sigma))^(1/(1-sigma)); own price tau^(rho - 1 - rho eps). A period is the mean of its
segments weighted by days, times days / 365. Standard errors: of a mean from its sd, of percentiles from 20 batches (spread / sqrt 20)."""
import argparse, csv, datetime, math, os, tomllib
import numpy as np

FILES = ['pakistan-us-2025/scenario-armington.toml', 'pakistan-us-2025/scenario-dated.toml', 'bangladesh-us-2025/scenario.toml']
Z90 = 1.6448536269514722
DAY = datetime.timedelta(days=1)

def log_moments(d):
    d = d['lognormal']
    if 'mean' in d:
        s2 = math.log1p((d['sd'] / d['mean']) ** 2); return math.log(d['mean']) - s2 / 2, math.sqrt(s2)
    assert d['probability'] == 0.9
    return (math.log(d['low']) + math.log(d['high'])) / 2, (math.log(d['high']) - math.log(d['low'])) / (2 * Z90)

def correlation(doc, member):
    return next((d['correlation'] for d in doc['dependence'] if d['members'] == [member]), 0.0)

def group(rng, d, r, count, n):
    mu, sd = log_moments(d)
    return np.exp(mu + sd * (math.sqrt(r) * rng.standard_normal(n) + math.sqrt(1 - r) * rng.standard_normal((count, n))))

def fraction(x):
    return float(x.rstrip('%')) / 100 if isinstance(x, str) else x

class Rates:
    """The duty of an origin's goods under the measures of a scenario on a day."""
    def __init__(self, doc, scenario):
        names = set(scenario['measures']); self.layers = [m for m in doc['measures'] if m['name'] in names]
        assert len(self.layers) == len(names)
    def active(self, day):
        return [m for m in self.layers if m.get('start', day) <= day <= m.get('end', day)]
    def duty(self, layers, origin, hs, base):
        mine = [m for m in layers if origin in m['countries'] and not any(hs.startswith(p) for p in m.get('exempt', []))]
        t = base + sum(fraction(m['rate']['value']) * m.get('coverage', 1) for m in mine if m.get('stacking', 'add') == 'add')
        return max([t] + [m['rate']['value'] for m in mine if m.get('stacking') == 'floor'])

def segments(doc, rates):
    """By period: days of each set of layers, and the days of the period."""
    for p in doc['periods']:
        days, day = {}, p['start']
        while day <= p['end']:
            key = tuple(m['name'] for m in rates.active(day)); days[key] = days.get(key, 0) + 1; day += DAY
        yield p['name'], days

def read(path):
    doc = tomllib.load(open(path, 'rb')); folder = os.path.dirname(path)
    rows = lambda side: list(csv.DictReader(open(os.path.join(folder, doc[side]['tables'][0]['file']))))
    flows = [(doc['home'], r['hs'], float(r['value']), float(r['dutyPaid']) / float(r['value'])) for r in rows('exports')]
    if 'markets' in doc: flows += [(r['origin'], r['hs'], float(r['value']), float(r['dutyPaid']) / float(r['value'])) for r in rows('markets')]
    return doc, flows

def market_response(doc, flows, rng, n):
    """A function of the new duties of all flows: V'/V, flows by draws."""
    d = doc['markets']['defaults']; codes = sorted({f[1] for f in flows}); chapters = sorted({c[:d['demandElasticity']['perDigits']] for c in codes})
    sigma = dict(zip(codes, group(rng, d['substitution'], correlation(doc, 'markets/*/substitution'), len(codes), n)))
    eta = dict(zip(chapters, group(rng, d['demandElasticity'], correlation(doc, 'markets/*/demandElasticity'), len(chapters), n)))
    members = {c: [i for i, f in enumerate(flows) if f[1] == c] for c in codes}
    def response(duties):
        out = np.ones((len(flows), n))
        for c, at in members.items():
            spending = np.array([flows[i][2] * (1 + flows[i][3]) for i in at]); pi = spending / spending.sum()
            log_tau = np.array([math.log((1 + duties[i]) / (1 + flows[i][3])) for i in at])
            if not log_tau.any(): continue
            s = sigma[c]; power = np.exp(-np.multiply.outer(log_tau, s))                    # tau^-sigma
            log_p = np.log((pi * np.exp(log_tau)) @ power) / (1 - s)
            out[at] = power * np.exp((s - eta[c[:2]]) * log_p)
        return out
    return response

def own_price_response(doc, flows, rng, n):
    d = doc['exports']['defaults']; p = doc['parameters'][d['passThrough']]['value']['pert']; a, c, b = p['lower'], p['mode'], p['upper']
    rho = a + (b - a) * rng.beta(1 + 4 * (c - a) / (b - a), 1 + 4 * (b - c) / (b - a), n)
    eps = group(rng, d['elasticity'], correlation(doc, 'exports/*/elasticity'), len(flows), n)
    def response(duties):
        log_tau = np.array([math.log((1 + duties[i]) / (1 + f[3])) for i, f in enumerate(flows)])
        return np.exp((rho - 1 - rho * eps) * log_tau[:, None])
    return response

def block(doc, flows, rng, n):
    origins = sorted({f[0] for f in flows}); V = np.array([f[2] for f in flows]); pick = np.array([[f[0] == o for f in flows] for o in origins], dtype=float)
    response = (market_response if 'markets' in doc else own_price_response)(doc, flows, rng, n)
    known, out = {}, {}
    for scenario in doc['scenarios']:
        rates = Rates(doc, scenario); total = 0
        for period, days in segments(doc, rates):
            flow = np.zeros((len(origins), n))
            for key, count in days.items():
                duties = tuple(rates.duty([m for m in rates.layers if m['name'] in key], f[0], f[1], f[3]) for f in flows)
                if duties not in known: known[duties] = (pick * V) @ response(duties)
                flow += count / 365 * known[duties]
            total = total + flow
            out[scenario['name'], period] = flow
        out[scenario['name'], 'all'] = total
    return origins, out

def simulate(path, draws, seed, blocks=20):
    doc, flows = read(path); rng = np.random.Generator(np.random.SFC64(seed)); parts = []
    for _ in range(blocks): origins, out = block(doc, flows, rng, draws // blocks); parts.append(out)
    base = {o: sum(f[2] for f in flows if f[0] == o) for o in origins}
    return doc, origins, base, {k: np.concatenate([p[k] for p in parts], axis=1) for k in parts[0]}

def statistics(x):
    batches = x.reshape(20, -1); q = lambda p: (float(np.percentile(x, p)), float(np.std([np.percentile(b, p) for b in batches], ddof=1) / math.sqrt(20)))
    return [('mean', float(x.mean()), float(x.std(ddof=1) / math.sqrt(x.size)))] + [('p%02d' % p, *q(p)) for p in (5, 50, 95)]

if __name__ == '__main__':
    ap = argparse.ArgumentParser()
    ap.add_argument('dir')
    ap.add_argument('--draws', type=int, default=100000)
    ap.add_argument('--seed', type=int, default=23)
    ap.add_argument('--save', help='all draws, as .npz files in this folder')
    a = ap.parse_args()
    print('file,scenario,period,origin,statistic,value,standard_error')
    for number, file in enumerate(FILES):
        doc, origins, base, result = simulate(os.path.join(a.dir, file), a.draws, a.seed + number)
        if a.save: np.savez(os.path.join(a.save, f'{number}.npz'), origins=origins, base=[base[o] for o in origins], **{'|'.join(k): v for k, v in result.items()})
        for (scenario, period), x in result.items():
            for i, o in enumerate(origins):
                if o != doc['home'] and (scenario != 'as-happened' or period not in ('2025 Q2', '2025 Q4', '2026 Q4', 'all')): continue
                for s, value, error in statistics(x[i]): print(f'{file},{scenario},{period},{o},{s},{value:.10g},{error:.4g}')
