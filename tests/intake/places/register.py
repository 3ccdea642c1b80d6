"""A register of schools for tests: invented schools under the real columns, as a Windows CSV."""

import csv
import io

COLUMNS = (
    "URN", "LA (name)", "EstablishmentName", "TypeOfEstablishment (name)",
    "EstablishmentTypeGroup (name)", "EstablishmentStatus (name)", "CensusDate", "NumberOfPupils",
    "PercentageFSM", "HeadLastName", "DistrictAdministrative (code)",
    "DistrictAdministrative (name)", "FSM",
)  # fmt: skip
OPEN, CLOSED, LEAVING = "Open", "Closed", "Open, but proposed to close"
DERBY, BOLSOVER, LONDON = "E06000015", "E07000033", "E09000007"
# Area, type, status, pupils, free school meals.
SCHOOLS = (
    (DERBY, "Community school", OPEN, "200", "50"),
    (DERBY, "Academy special converter", LEAVING, "100", "40"),
    (DERBY, "Community school", CLOSED, "900", "900"),
    (DERBY, "Other independent school", OPEN, "300", ""),
    (DERBY, "Free schools", OPEN, "", ""),
    (BOLSOVER, "Academy converter", OPEN, "400", "SUPP"),
    (BOLSOVER, "Academy converter", "Proposed to open", "", ""),
    (LONDON, "Community school", OPEN, "500", "100"),
)


def rows(schools: tuple[tuple[str, ...], ...] = SCHOOLS) -> list[list[str]]:
    found = []
    for number, (area, kind, status, pupils, meals) in enumerate(schools, start=100_000):
        known = {
            "URN": str(number),
            "EstablishmentName": f"St Oswald’s {number}",
            "TypeOfEstablishment (name)": kind,
            "EstablishmentTypeGroup (name)": "Academies" if "cademy" in kind else "Maintained",
            "EstablishmentStatus (name)": status,
            "CensusDate": "19-01-2023" if pupils else "",
            "NumberOfPupils": pupils,
            "FSM": meals,
            "HeadLastName": "Invented",
            "DistrictAdministrative (code)": area,
        }
        found.append([known.get(column, "") for column in COLUMNS])
    return found


def register(schools: tuple[tuple[str, ...], ...] = SCHOOLS) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([COLUMNS, *rows(schools)])
    return text.getvalue().encode("cp1252")
