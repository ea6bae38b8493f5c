"""Every action there is, in the order of the domain."""

from __future__ import annotations

from actions.answer_fact import AnswerFact
from actions.ask_back import AskBack
from actions.change_language import ChangeLanguage
from actions.change_watchlist import ChangeWatchlist
from actions.choose_film import ChooseFilm
from actions.compare_films import CompareFilms
from actions.confirm import Confirm
from actions.decline import Decline
from actions.explain_choice import ExplainChoice
from actions.export_person import ExportPerson
from actions.forget_person import ForgetPerson
from actions.handle_complaint import HandleComplaint
from actions.note_seen import NoteSeen
from actions.note_taste import NoteTaste
from actions.recommend_films import RecommendFilms
from actions.refine_wish import RefineWish
from actions.request import Request
from actions.show_more import ShowMore
from actions.show_taste import ShowTaste
from actions.show_watchlist import ShowWatchlist
from actions.start_over import StartOver
from actions.surprise import Surprise

ROSTER: tuple[type[Request], ...] = (
    RecommendFilms,
    ShowMore,
    RefineWish,
    ExplainChoice,
    AnswerFact,
    ChooseFilm,
    NoteTaste,
    NoteSeen,
    ChangeWatchlist,
    ShowWatchlist,
    ShowTaste,
    ForgetPerson,
    ExportPerson,
    CompareFilms,
    Surprise,
    HandleComplaint,
    StartOver,
    ChangeLanguage,
    Confirm,
    Decline,
    AskBack,
)
