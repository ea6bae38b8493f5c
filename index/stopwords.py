"""Words that say nothing about a film, in English and German, as people write them in requests."""

from __future__ import annotations

ENGLISH = """
a about after all also an and any are as at be been but by can could did do does for from get had has have he
her hers him his how i if in into is it its just like made make me more most movie movies film films my no not
of on one or other our out over she should show so some something than that the their them then there these
they this those to too up us was we were what when where which while who whom why will with would you your
recommend please find looking want watch see similar good great i'm i'd it's
"""

GERMAN = """
aber alle allem als also am an auch auf aus bei bin bis bist da damit dann das dass dein dem den der des die
dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines er es etwas euch
film filme filmen für hat hatte haben habe hier ich ihm ihn ihr ihre ihrem ihren ihrer im in ist ja kann kein
keine mal man mein mehr mich mir mit nach nicht noch nur ob oder ohne schon sehr sein seine seinem seinen
seiner sich sie sind so über um und uns unter vom von vor war was wenn wer wie wieder will wird wo zu zum zur
ähnlich ähnliche bitte gerne such suche empfiehl zeig gib hast würde möchte gute gutes guten muss werden gegen
denn während dabei nun soll neuen müssen immer bald alles nachdem ins jedoch machen anderen ihnen seines
können gerade sondern gibt jetzt allerdings beim dessen wollen lässt andere könnte dazu lassen einmal ihres
bevor scheint einige weil ganz viel eigenen stehen steht bereits endlich später kurz gemacht dafür eigentlich
ausgerechnet mittlerweile davon tun niemand viele liegt tatsächlich scheinbar gegenüber setzen setzt stellt
obwohl bleibt erneut sollen sowie deren worden
wurde wurden ebenso klar kaum denen fest heraus fast darauf ganzen aller daß
kurzerhand sogar jeder neues zwar wenig daraufhin jede allen deshalb geworden welche sollte nie bisher nämlich
gleich konnte sicher inzwischen wäre seitdem ab keinen jeden jedes ebenfalls muß gleichzeitig vorbei warum
mitten weniger waren innerhalb statt diesmal voller läuft wohl direkt sofort überhaupt offenbar sei kommt geht
nimmt führt sieht bekommt fällt tritt hält bringt selbst zeigt geraten gerät gelingt möchten wollte mag bring
gern irgendwas irgendein ungefähr darin daran damals handelt geht's
"""

ABBREVIATIONS = """
dr mr mrs ms st jr sr prof vs no lt col gen sgt capt rev hon mt ca bzw usw z.b u.a d.h inc co nr geb vol
"""
