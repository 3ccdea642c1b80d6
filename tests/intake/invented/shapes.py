"""Every shape by the name of its tool."""

import random
from collections.abc import Callable

from tests.intake.invented import microsoft, offices, plugins, services, sheets, surveys
from tests.intake.invented.export import Export
from tests.intake.invented.held_out import HELD_OUT
from tests.intake.invented.people import Said, submissions
from tests.intake.invented.pool import Pool, pool

Shape = Callable[[random.Random, Pool, list[Said]], Export]

SHAPES: dict[str, Shape] = {
    "Microsoft Forms": microsoft.microsoft,
    "Microsoft Forms, live": microsoft.microsoft_live,
    "Microsoft Forms, CSV": microsoft.microsoft_csv,
    "Google Forms": microsoft.google_form,
    "Google Forms, zip": microsoft.google_zip,
    "Google Sheet, UK": microsoft.google_sheet("%d/%m/%Y %H:%M:%S"),
    "Google Sheet, US": microsoft.google_sheet("%-m/%-d/%Y %-H:%M:%S"),
    "Google Sheet, ISO": microsoft.google_sheet("%Y-%m-%d %H:%M:%S"),
    "Google Sheet, XLSX": microsoft.google_xlsx,
    "SurveyMonkey": surveys.surveymonkey("blank"),
    "SurveyMonkey, 0/1": surveys.surveymonkey("numeric"),
    "SurveyMonkey, not selected": surveys.surveymonkey("words"),
    "SurveyMonkey, XLSX": surveys.surveymonkey("blank", excel=True),
    "SurveyMonkey, condensed": surveys.surveymonkey_condensed,
    "SmartSurvey": surveys.smart_survey(excel=False),
    "SmartSurvey, XLSX": surveys.smart_survey(excel=True),
    "Snap, labelled": surveys.snap,
    "Jisc": surveys.jisc,
    "Alchemer": surveys.alchemer,
    "KoboToolbox": surveys.kobo(summary=False),
    "KoboToolbox, summary too": surveys.kobo(summary=True),
    "Gravity Forms": plugins.gravity(spread=True),
    "Gravity Forms, multi-select": plugins.gravity(spread=False),
    "WPForms": plugins.wpforms(new=True),
    "WPForms, old": plugins.wpforms(new=False),
    "Ninja Forms": plugins.ninja,
    "Flamingo": plugins.flamingo,
    "Jotform": services.jotform,
    "Typeform": services.typeform,
    "Wufoo": services.wufoo,
    "Airtable": services.airtable,
    "Formstack": services.formstack,
    "Cognito Forms": services.cognito,
    "Fillout": services.fillout,
    "HubSpot": offices.hubspot,
    "Salesforce": offices.salesforce,
    "Salesforce, HTML": offices.salesforce_html,
    "Sitekit": offices.sitekit,
    "Jadu": offices.jadu,
    "council report, XLSX": offices.council(excel=True),
    "council report, CSV": offices.council(excel=False),
    "staff's own log": sheets.log,
    "the hub's columns, coded": sheets.coded,
    "partners, lists": sheets.lists,
    "partners, ticks": sheets.ticks,
    "partners, two headers": sheets.banded,
    "partners, grown": sheets.grown,
    "partners, programmes": sheets.programmes,
    "partners, run on": sheets.run_on,
}


# The same tools in words that were held back, and tools and layouts that were.
HELD_BACK: dict[str, Shape] = SHAPES | HELD_OUT


def export(shape: str, seed: int, count: int = 20, words: Pool | None = None) -> Export:
    rng = random.Random(f"{shape} {seed}")
    drawn = words or pool()
    return HELD_BACK[shape](rng, drawn, submissions(rng, drawn, count))
