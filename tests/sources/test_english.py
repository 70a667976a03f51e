from __future__ import annotations

import pytest

from verbale.sources.english import MIN_WORDS, plainly_english

NEWS = (
    "The special envoy of the European Union met the acting foreign minister in Kabul and called on the authorities to open the "
    "schools. It was the first meeting for three months, and it was followed by a statement from the ministry that spoke of good "
    "relations with the Union."
)
OTHERS = {
    "nl": "De gezant van de Europese Unie was in Kabul voor overleg met de minister of zijn plaatsvervanger. Het was de eerste. ",
    "no": "Utsendingen reiste til Kabul for å møte to av ministrene. Det var det første møtet på tre måneder for by og land. ",
    "fr": "L'envoyé spécial a rencontré le ministre des affaires étrangères par intérim à Kaboul et a demandé la réouverture. ",
    "de": "Der Gesandte der Union traf in Kabul den amtierenden Minister und forderte die Öffnung der Schulen im Land. ",
    "sco": "Kabul Kabul Kabul meeting minister envoy school union statement relation authority month week day ",
}


def test_news_is_plainly_english():
    assert plainly_english(NEWS)


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_else_is(language):
    assert not plainly_english(OTHERS[language] * 5)


def test_a_mixture_is_left_to_the_classifier():
    assert not plainly_english(NEWS + " وزارت امور خارجه افغانستان با نماینده ویژه دیدار کرد" * 3)


def test_a_few_words_are_left_to_the_classifier():
    assert not plainly_english(" ".join(NEWS.split()[: MIN_WORDS - 1]))


def test_every_gold_document_is_plainly_english(gold):
    assert [each.key for each in gold.documents if not plainly_english((each.text or "")[:5000])] == []
