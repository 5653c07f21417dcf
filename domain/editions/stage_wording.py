"""The names of an edition's stages on screens."""

from collections.abc import Mapping

from domain.editions.terms import Stage

STAGES: Mapping[Stage, str] = {
    Stage.DRAFTING: "Drafting",
    Stage.SCRUTINY: "Scrutiny",
    Stage.REVISION: "Revision",
    Stage.CABINET: "Cabinet",
    Stage.AMENDMENT: "Amendment",
    Stage.COUNCIL: "Council",
    Stage.APPROVED: "Approved",
    Stage.PUBLISHED: "Published",
    Stage.WITHDRAWN: "Withdrawn",
}


WHERE: Mapping[Stage, str] = {
    Stage.DRAFTING: "in drafting",
    Stage.SCRUTINY: "with the Scrutiny Commission",
    Stage.REVISION: "in revision",
    Stage.CABINET: "with the Cabinet",
    Stage.AMENDMENT: "in amendment",
    Stage.COUNCIL: "before the County Council",
    Stage.APPROVED: "approved",
    Stage.PUBLISHED: "published",
    Stage.WITHDRAWN: "withdrawn",
}
"""The stage of an edition as a part of a sentence."""


STANDS: Mapping[Stage, str] = {
    Stage.DRAFTING: "Officers are writing the draft.",
    Stage.SCRUTINY: "The Scrutiny Commission is considering version A.",
    Stage.REVISION: "Officers are answering the Commission and preparing the report to the Cabinet.",
    Stage.CABINET: "The Cabinet is considering version B with the Commission's views.",
    Stage.AMENDMENT: "The Cabinet has decided. The text changes only under its delegation.",
    Stage.COUNCIL: "The motion to approve version C is before the County Council.",
    Stage.APPROVED: "The County Council has approved it. It waits to be published.",
    Stage.PUBLISHED: "It is approved and published.",
    Stage.WITHDRAWN: "It was withdrawn from publication.",
}
