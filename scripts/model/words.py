"""The closed lists of words, each with the label under which readers see it."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Labeled(StrEnum):
    """A closed list of words, each with the label under which readers see it."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class Variable(Labeled):
    """What an answer can depend on."""

    FRAMEWORK = "framework", "the framework"
    COMPANY = "company", "the kind of company"
    SIZE = "size", "the size of the company"
    COUNTRY = "country", "the country"
    TEAM = "team", "who is on the team"
    RHYTHM = "rhythm", "the rhythm of releases"


class Access(Labeled):
    """How a source was read."""

    ITSELF = "itself", "read itself"
    COPY = "copy", "read in a copy"
    EXCERPT = "excerpt", "read in excerpts"
    SECONDARY = "secondary", "known through another work"


class PartyForm(Labeled):
    """Whether a party is one person, who can decide alone, several, or everybody on the team."""

    PERSON = "person", "one person"
    GROUP = "group", "a group"
    WHOLE = "whole", "the whole team"


class Rating(Labeled):
    """Whether one person can hold two roles."""

    WORKS = "works", "Works"
    WITH_CARE = "with-care", "With care"
    AVOID = "avoid", "Avoid"


class Horizon(Labeled):
    """How far ahead, nearest first."""

    DAY = "day", "a day"
    WEEK = "week", "a week"
    SPRINT = "sprint", "a sprint"
    MONTH = "month", "a month"
    QUARTER = "quarter", "a quarter"
    YEAR = "year", "a year"
    YEARS = "years", "years"
    END = "end", "the end of the project"


class Breadth(Labeled):
    """How wide, narrowest first."""

    PERSON = "person", "one person"
    TEAM = "team", "one team"
    TEAMS = "teams", "several teams"
    PRODUCT = "product", "one product"
    PRODUCTS = "products", "several products"
    ORGANIZATION = "organization", "the organization"


class Group(Labeled):
    """The stage of work that an activity belongs to, in the order of a product's life."""

    DIRECTION = "direction", "Direction"
    DISCOVERY = "discovery", "Discovery"
    DEFINITION = "definition", "Definition"
    DELIVERY = "delivery", "Delivery"
    TECHNOLOGY_AND_PEOPLE = "technology-and-people", "Technology and people"
    MARKET = "market", "Market"


class Topic(Labeled):
    """What a question is after."""

    DIFFERENCE = "difference", "What is the difference?"
    NEED = "need", "Do we need both?"
    COMBINE = "combine", "Can one person do both?"
    OWN = "own", "Who owns it?"
    CAREER = "career", "My job and my career"


class Kind(Labeled):
    """What kind of text a source is, by what it is and not by who published it."""

    STANDARD = "standard", "Standards and guides"
    GOVERNMENT = "government", "Government guidance"
    RESEARCH = "research", "Research"
    SURVEY = "survey", "Surveys"
    REFERENCE = "reference", "Reference works and occupational data"
    EMPLOYER = "employer", "Employers’ own handbooks"
    EXPERT = "expert", "Named experts"
    PRACTITIONER = "practitioner", "Practitioners"


class Lane(Labeled):
    """What runs side by side on the way to a launch."""

    DISCOVERY = "discovery", "Discovery"
    DELIVERY = "delivery", "Delivery"
    MARKET = "market", "Go to market"
