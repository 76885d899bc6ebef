#!/usr/bin/env python3
"""Makes the two tables of rates of Scenarios/us-import-book from the rates by chapter and the headings outside the reciprocal duties.

usage: us_import_book_duties.py Scenarios/us-import-book
It reads added-duty-by-chapter.csv and exempt-headings.csv and writes added-duty.csv and added-duty-where-partly-exempt.csv there.

The rates by chapter are means over a chapter's goods. In some chapters (electronics, copper) they have the exemptions in them, in others (medicines, bullion, fuels) they
do not. With a the origin's general rate (the one most of its chapters have), p the part of it from which listed goods are exempt, r the chapter's rate and x the exempt
share of the origin's trade in the chapter, a heading
- on the list pays            min(r, a - p),
- not on the list pays        what brings the chapter's mean back to r, at most max(a, r): a where the exemptions are not in the mean,
- partly on the list pays the first in added-duty.csv, and the difference on the share that is not exempt in added-duty-where-partly-exempt.csv; in x it counts half,
  and Pakistan's with the share that its ten-digit lines have."""
import collections, csv, os, sys

# What the list does not lift: the order on Brazil (40 points) and the fentanyl duties have lists of their own, or none.
LIFTED = {'China': 0.10, 'Hong Kong': 0.10, 'Brazil': 0.10, 'Canada': 0.0, 'Mexico': 0.0}

folder = sys.argv[1]
rows = lambda name: list(csv.DictReader(open(os.path.join(folder, name))))
chapters = collections.defaultdict(dict)
for row in rows('added-duty-by-chapter.csv'): chapters[row['origin']][row['hs']] = float(row['rate'])
exempt = {row['hs']: row for row in rows('exempt-headings.csv')}
flows = [('Pakistan', r['hs'], float(r['value'])) for r in rows('../pakistan-us-2025/exports.csv')]
flows += [(r['origin'], r['hs'], float(r['value'])) for r in rows('suppliers.csv')]

def share(origin, heading):
    """The exempt share of a flow, and whether it is known."""
    row = exempt.get(heading)
    if row is None: return 0.0, True
    if row['share']: return float(row['share']), True
    if origin == 'Pakistan' and row['sharePakistan']: return float(row['sharePakistan']), True
    return 0.5, False

value, lifted = collections.Counter(), collections.Counter()
for origin, heading, v in flows:
    value[origin, heading[:2]] += v
    lifted[origin, heading[:2]] += v * share(origin, heading)[0]
known, partly = [], []
headings = collections.defaultdict(list)
for origin, heading, v in flows: headings[origin, heading[:2]].append(heading)
text = lambda rate: f'{rate:.5f}'.rstrip('0').rstrip('.')
for origin in sorted(chapters):
    counts = collections.Counter(chapters[origin].values())
    general = max(counts, key=lambda rate: (counts[rate], -rate))
    part = LIFTED.get(origin, general)
    for chapter, r in sorted(chapters[origin].items()):
        x = lifted[origin, chapter] / value[origin, chapter]
        on = min(r, general - part)
        off = min((r - x * on) / (1 - x), max(general, r)) if 1 - x > 1e-12 else max(general, r)
        known.append((origin, chapter, text(off)))
        for heading in sorted(headings[origin, chapter]):
            s, is_known = share(origin, heading)
            if not is_known:
                known.append((origin, heading, text(on)))
                partly.append((origin, heading, text(off - on)))
            elif s > 0:
                known.append((origin, heading, text(s * on + (1 - s) * off)))
            if is_known and heading in exempt and not exempt[heading]['share']:
                partly.append((origin, heading, '0'))         # nothing is uncertain of this flow
for name, table in ('added-duty.csv', known), ('added-duty-where-partly-exempt.csv', partly):
    with open(os.path.join(folder, name), 'w', newline='') as out:
        writer = csv.writer(out, lineterminator='\n')
        writer.writerow(['origin', 'hs', 'rate'])
        writer.writerows(table)
