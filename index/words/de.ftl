### Was Gründe, Vorbehalte, Änderungen und Vergleiche auf Deutsch sagen. Dieselben Schlüssel wie en.ftl.

# Gemeinsam mit einem genannten oder gemochten Film
themes-seed = { $count ->
    [one] Ein Thema, das auch „{ $seed }“ bewegt: { $values }.
   *[other] Themen, die auch „{ $seed }“ bewegen: { $values }.
}
moods-seed = Die Stimmung erinnert an „{ $seed }“: { $values }.
style-seed = Ähnlich gemacht wie „{ $seed }“: { $values }.
music-style-seed = Auch hier spielt wie in „{ $seed }“ der Klang eine große Rolle: { $values }.
keywords-seed = Das verbindet ihn mit „{ $seed }“: { $values }.
genres-seed = { $count ->
    [one] Gleiches Genre wie „{ $seed }“: { $values }.
   *[other] Gleiche Genre-Mischung wie „{ $seed }“: { $values }.
}
directors-seed = Regie führt wie bei „{ $seed }“ { $name }.
writers-seed = Das Drehbuch kommt wie bei „{ $seed }“ von { $name }.
music-seed = Die Musik kommt wie bei „{ $seed }“ von { $name }.
cinematography-seed = An der Kamera steht wie bei „{ $seed }“ { $name }.
cast-seed = Mit { $name }, auch in „{ $seed }“ zu sehen.
cast-roles-seed = { $name } spielt hier { $role }, in „{ $seed }“ war es { $seedrole }.
year-seed = { $gap ->
    [0] Kam { $year } heraus, im selben Jahr wie „{ $seed }“.
    [one] Kam { $year } heraus, nur ein Jahr von „{ $seed }“ entfernt.
   *[other] Kam { $year } heraus, nur { $gap } Jahre von „{ $seed }“ entfernt.
}
story-near-seed = Die Geschichte kommt „{ $seed }“ nahe: „{ $quote }“
themes-near-seed = Hier wird gefragt, was auch „{ $seed }“ fragt: „{ $quote }“
mood-near-seed = Fühlt sich ähnlich an wie „{ $seed }“: „{ $quote }“
look-near-seed = Sieht seine Welt ähnlich wie „{ $seed }“: „{ $quote }“
music-near-seed = Klingt ähnlich wie „{ $seed }“: „{ $quote }“
acting-near-seed = Das Spiel erinnert an „{ $seed }“: „{ $quote }“
reception-near-seed = Was man über ihn sagt, passt auch zu „{ $seed }“: „{ $quote }“

# Mit Worten gewünscht
themes-wish = Du suchst „{ $words }“ – darum geht es auch hier: { $values }.
moods-wish = Du suchst „{ $words }“ – die Stimmung hier: { $values }.
style-wish = Du suchst „{ $words }“ – so ist er gemacht: { $values }.
story-near-wish = Nah an dem, was du beschreibst: „{ $quote }“
themes-near-wish = Das passt zu deinem Wunsch: „{ $quote }“
mood-near-wish = So fühlt er sich an, nah an deinem Wunsch: „{ $quote }“
look-near-wish = So sieht er aus, nah an deinem Wunsch: „{ $quote }“
music-near-wish = So klingt er, nah an deinem Wunsch: „{ $quote }“
acting-near-wish = Zum Spiel, nah an deinem Wunsch: „{ $quote }“
reception-near-wish = Was man über ihn sagt, nah an deinem Wunsch: „{ $quote }“
keywords-wish = Deine Worte treffen, worum es geht: { $values }.
genres-asked = Das Genre, das du wolltest: { $values }.
countries-asked = Herkunft wie gewünscht: { $values }.
awards-asked = Den Preis, den du wolltest, hat er: { $values }.
languages-asked = In der Sprache, die du wolltest: { $values }.
providers-asked = Wie gewünscht zu sehen bei { $values }.
directors-asked = Regie führt, wie gewünscht, { $name }.
writers-asked = Das Drehbuch kommt, wie gewünscht, von { $name }.
music-asked = Die Musik kommt, wie gewünscht, von { $name }.
cinematography-asked = An der Kamera steht, wie gewünscht, { $name }.
cast-asked = Wie gewünscht mit { $name }.
cast-role-asked = Wie gewünscht mit { $name }, hier als { $role }.
year-asked = Aus dem Jahr { $year } und damit in deinem Zeitraum.
runtime-asked = Mit { $minutes } Minuten hat er die gewünschte Länge.

# Was nach einer Änderung gesucht war
critique-funnier = Lustiger, wie gewünscht: { $values }.
critique-sadder = Trauriger, wie gewünscht: { $values }.
critique-darker = Düsterer, wie gewünscht: { $values }.
critique-lighter = Leichter, wie gewünscht: { $values }.
critique-slower = Ruhiger, wie gewünscht: { $values }.
critique-faster = Schneller, wie gewünscht: { $values }.
critique-more_romantic = Romantischer, wie gewünscht: { $values }.
critique-stranger = Schräger, wie gewünscht: { $values }.
critique-less_violent = Sanfter, wie gewünscht: { $values }.
critique-more_exciting = Spannender, wie gewünscht: { $values }.

# Über den Film allein, wo nichts gefragt war
themes-own = Davon erzählt er: { $values }.
moods-own = Die Stimmung: { $values }.
note-own = Aus unseren Notizen: „{ $quote }“
review-own = { $author } dazu: „{ $quote }“
story-own = So fängt es an: „{ $quote }“
said-by = { $said } ({ $author })

# Ein ehrliches Wort vorab
caveat-weak = Nur entfernt mit „{ $seed }“ verwandt, Näheres gibt der Katalog nicht her.
caveat-weak-wish = Nur entfernt das, was du beschreibst, Näheres gibt der Katalog nicht her.
caveat-longer = Dauert { $minutes } Minuten, also { $more } länger als „{ $seed }“.
caveat-long = Du brauchst Zeit: { $minutes } Minuten.
caveat-bleaker = Deutlich düsterer als „{ $seed }“: { $values }.
caveat-lighter = Deutlich leichter als „{ $seed }“: { $values }.
caveat-harsher = Härter als „{ $seed }“: { $values }.
caveat-older = Von { $year }, also { $gap } Jahre älter als „{ $seed }“.
caveat-silent = Ein Stummfilm von { $year }.

# Was eine Änderung bewirkt hat
changed-shorter = Jetzt kürzer: { $span }.
changed-longer = Jetzt länger: { $span }.
changed-newer = Jetzt neuer: { $span }.
changed-older = Jetzt älter: { $span }.
minutes-span = { $same ->
    [yes] { $low } Minuten
   *[no] alle zwischen { $low } und { $high } Minuten
}
years-span = { $same ->
    [yes] von { $low }
   *[no] alle von { $low } bis { $high }
}
changed-funnier = Jetzt soll es lustiger sein{ $values }.
changed-sadder = Jetzt darf es trauriger sein{ $values }.
changed-darker = Jetzt darf es düsterer sein{ $values }.
changed-lighter = Jetzt soll es leichter sein{ $values }.
changed-slower = Jetzt darf es ruhiger sein{ $values }.
changed-faster = Jetzt soll es schneller gehen{ $values }.
changed-more_romantic = Jetzt soll es romantischer sein{ $values }.
changed-stranger = Jetzt darf es schräger sein{ $values }.
changed-less_violent = Jetzt mit weniger Gewalt{ $values }.
changed-more_exciting = Jetzt soll es spannender sein{ $values }.
changed-less_known = Jetzt suche ich weniger bekannte Filme.
changed-better_known = Jetzt suche ich bekanntere Filme.
changed-different = Jetzt kommt etwas ganz anderes.
changed-values = : { $values }

# Die Bedingung, die am meisten kostet
relief-years = der Zeitraum
relief-runtime_minutes = die Länge
relief-max_age = die Altersgrenze
relief-seen = Filme, die du kennst
relief-shown = Filme, die du schon bekommen hast
relief-critique = „{ $direction }“
relief-terms = { $name }
relief-without_terms = ohne { $name }
direction-shorter = kürzer
direction-longer = länger
direction-newer = neuer
direction-older = älter

# Zwei Filme im Vergleich
compare-themes = Beide teilen diese Themen: { $values }.
compare-moods = Dieselbe Stimmung in beiden: { $values }.
compare-style = Ähnlich gemacht: { $values }.
compare-genres = Dasselbe Genre: { $values }.
compare-people = An beiden beteiligt: { $name }.
compare-story = Die Geschichten berühren sich: „{ $quote }“ und „{ $other }“
differ-themes = „{ $left }“: { $leftvalues }; „{ $right }“: { $rightvalues }.
differ-moods = „{ $left }“ ist { $leftvalues }, „{ $right }“ ist { $rightvalues }.
differ-genres = „{ $left }“: { $leftvalues }; „{ $right }“: { $rightvalues }.
differ-style = „{ $left }“: { $leftvalues }; „{ $right }“: { $rightvalues }.
differ-runtime = „{ $left }“ dauert { $leftvalues } Minuten, „{ $right }“ { $rightvalues }.
differ-year = „{ $left }“ ist von { $leftvalues }, „{ $right }“ von { $rightvalues }.
