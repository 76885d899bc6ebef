#!/usr/bin/env python3
"""Makes the tables of exemptions of Scenarios/us-measures from the lists of ten- and eight-digit lines, by four-digit heading.

usage: us_measures_tables.py LISTS PAKISTAN_HS10 Scenarios
LISTS holds ieepa_exempt_products.csv, s122_exempt_products.csv and floor_exempt_products.csv of github.com/Budget-Lab-Yale/tariff-rate-tracker at 8315fff (11 May 2026);
PAKISTAN_HS10 is the table of US imports from Pakistan in 2024 by ten-digit line (hs10, value). It writes annex-ii.csv and section-122.csv there.

A heading is exempt whole where every line that is known under it, in any of the lists or among Pakistan's, is on the list. Where some are not, a row of the first eight digits
on the list stands for all that is exempt, with the share of the parameter us-exempt-part; Pakistan's own share is known from its ten-digit lines. Headings of
Scenarios/us-import-book/exempt-headings.csv were on the list in August 2025; foods and fertilisers came on 13 November 2025; what else the list has is by agreements with
single countries and not in it."""
import collections, csv, os, sys

lists, hs10, scenarios = sys.argv[1:]
read = lambda name: list(csv.DictReader(open(os.path.join(lists, name))))
ieepa = [r['hts10'] for r in read('ieepa_exempt_products.csv')]
s122 = [r['hts8'] for r in read('s122_exempt_products.csv')]
other = [r['hts8'] for r in read('floor_exempt_products.csv')]
rows = list(csv.DictReader(open(hs10)))
key, value = [k for k in rows[0] if 'hs' in k.lower()][0], [k for k in rows[0] if 'value' in k.lower()][0]
pakistan = {r[key].zfill(10): float(r[value]) for r in rows}
known = collections.defaultdict(set)
for code in ieepa + s122 + other + list(pakistan): known[code[:4]].add(code[:8])
august = {r['hs']: r for r in csv.DictReader(open(os.path.join(scenarios, 'us-import-book/exempt-headings.csv')))}


# Headings of which seats and furniture of aircraft are listed, a small part whoever sells; Section 232 has another part of them.
AIRCRAFT = {'9401', '9403'}


def write(name, listed, start, source):
    """`start` gives the first day of a heading ('' for the measure's own), or nothing for headings that are left out."""
    by_heading = collections.defaultdict(set)
    for code in listed: by_heading[code[:4]].add(code)
    with open(os.path.join(scenarios, 'us-measures', name), 'w', newline='') as file:
        out = csv.writer(file, lineterminator='\n')
        out.writerow(['code', 'share', 'origin', 'start', 'source'])
        for heading, codes in sorted(by_heading.items()):
            day = start(heading)
            if day is None: continue
            eight = {c[:8] for c in codes}
            whole = known[heading] <= eight if heading not in august or name != 'annex-ii.csv' else august[heading]['share'] == '1'
            if whole:
                out.writerow([heading, '', '', day, source])
                continue
            first = min(eight)
            own = {c: v for c, v in pakistan.items() if c[:4] == heading}
            if heading in AIRCRAFT:
                out.writerow([first, '0.05', '', day, source + ': seats and furniture of aircraft, judged'])
                continue
            out.writerow([first, 'us-exempt-part', '', day, source])
            if sum(own.values()) > 0:
                listed_value = sum(v for c, v in own.items() if c in codes or c[:8] in codes)
                out.writerow([first, f'{listed_value / sum(own.values()):.4f}', 'Pakistan', day, 'its own ten-digit lines of 2024'])


def annex_ii(heading):
    if heading in august: return ''
    if '01' < heading[:2] <= '22' or heading[:2] == '31': return '2025-11-13'
    return None


write('annex-ii.csv', ieepa, annex_ii, 'EO 14257, Annex II, as amended')
write('section-122.csv', s122, lambda heading: '', 'Proclamation on Section 122 of February 2026, annex')
