"""The table of docs/reliability-inputs.md: `python -m tests.hostile.report`."""

import sys
from collections import Counter, defaultdict

from tests.hostile.inputs import corpus
from tests.hostile.test_corpus import BATCHES, results


def main() -> None:
    inputs = corpus()
    outcomes: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    slowest: defaultdict[tuple[str, str], float] = defaultdict(float)
    for batch in range(BATCHES):
        for each in results(batch, BATCHES):
            key = inputs[each["place"]].family, inputs[each["place"]].reader
            outcomes[key][each["result"]] += 1
            slowest[key] = max(slowest[key], each["seconds"])
    lines = [
        "| family | reader | inputs | content | refused | neither | slowest, s |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for (family, reader), count in sorted(outcomes.items()):
        lines.append(
            f"| {family} | {reader} | {count.total()} | {count['content']} | {count['refused']} "
            f"| **{count['failed']}** | {slowest[family, reader]:.1f} |"
        )
    total = sum(outcomes.values(), Counter[str]())
    lines.append(
        f"| all | | {total.total()} | {total['content']} | {total['refused']} "
        f"| **{total['failed']}** | {max(slowest.values()):.1f} |"
    )
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
