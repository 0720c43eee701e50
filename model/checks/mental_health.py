"""What is care of mental health, as far as its words say so."""

import re

from model.records import Stage

# Beginnings of words that stay the same in every inflected form. What they do not catch is not
# asked about; none of them says anything else.
_WORDS = re.compile(
    r"\b(?:mielenterve|mielen\s|mieliala|masennu|masentu|ahdistu|psykiatr|psykoso|psykoter|"
    r"lyhytpsyko|lyhytterap|psykisk|depress|ångest|korttidspsyko|korttidster|"
    r"mental\s+health|anxiet|psychiatr|psychother|psychosoc)|psykiatri",
    re.IGNORECASE,
)


def is_of_mental_health(stage: Stage) -> bool:
    """Whether the stage's name or topics speak of mental health."""
    texts = (*stage.title.values(), *stage.professional_title.values(), *stage.topics)
    return any(_WORDS.search(words) for words in texts)
