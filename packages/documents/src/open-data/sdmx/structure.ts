/**
 * The structure of the data as an SDMX-JSON structure message (SDMX 3.0, format 2.0.0): dimensions, measure, attributes
 * and the lists that their codes are from. Without it the codes of units and indicators would say nothing.
 */
import type { CampaignFrame, FrameUnit } from "../../campaign-book/types.js";
import { isPublic, issuedAt, titleOf } from "../about.js";
import {
  AGENCY,
  type Bilingual,
  CONF_STATUS,
  type Codes,
  MEASURES,
  NO_GROUP,
  OBS_STATUS,
  TOTAL,
} from "./codes.js";

const SCHEMA =
  "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0/sdmx-json-structure-schema.json";
const VERSION = "1.0.0";
const CONCEPTS = "CS_DTI";

const CONCEPT_NAMES = {
  FREQ: { vi: "Tần suất", en: "Frequency" },
  UNIT: { vi: "Đơn vị được đánh giá", en: "Assessed unit" },
  INDICATOR: { vi: "Chỉ số", en: "Indicator" },
  MEASURE: { vi: "Đại lượng", en: "Measure" },
  TIME_PERIOD: { vi: "Năm đánh giá", en: "Time period" },
  OBS_VALUE: { vi: "Giá trị", en: "Observation value" },
  OBS_STATUS: { vi: "Trạng thái giá trị", en: "Observation status" },
  CONF_STATUS: { vi: "Mức phổ biến", en: "Confidentiality status" },
  RANKING_GROUP: { vi: "Nhóm xếp hạng", en: "Ranking group" },
} as const satisfies Record<string, Bilingual>;
type ConceptId = keyof typeof CONCEPT_NAMES;

/** What a campaign's lists and flows are called: each campaign has units of its own. */
const suffixOf = ({ campaign }: CampaignFrame): string =>
  `${campaign.year}_${campaign.id
    .replace(/[^A-Za-z0-9]/g, "")
    .slice(0, 8)
    .toUpperCase()}`;

/** As the rows of the data name it: `OPENDTI:DF_DTI_2026_2B7C1F6E(1.0.0)`. */
export const dataflowOf = (frame: CampaignFrame): string => `${AGENCY}:DF_DTI_${suffixOf(frame)}(${VERSION})`;

/** Lists of codes that campaigns share. */
const LISTS = {
  freq: "SDMX:CL_FREQ(2.1)",
  measure: `${AGENCY}:CL_DTI_MEASURE(${VERSION})`,
  obsStatus: "SDMX:CL_OBS_STATUS(2.2)",
  confStatus: "SDMX:CL_CONF_STATUS(1.3)",
} as const;

const codelistUrn = (list: string): string => `urn:sdmx:org.sdmx.infomodel.codelist.Codelist=${list}`;
const conceptUrn = (id: ConceptId): string =>
  `urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=${AGENCY}:${CONCEPTS}(${VERSION}).${id}`;

/** The message in pieces: lists of thousands of units are not held as text. */
export async function* structureMessage(
  frame: CampaignFrame,
  codes: { readonly indicator: Codes; readonly group: Codes },
  units: AsyncIterable<FrameUnit>,
): AsyncGenerator<string> {
  const suffix = suffixOf(frame);
  const own = (name: string): string => `${AGENCY}:CL_DTI_${name}_${suffix}(${VERSION})`;
  const structure = dataStructure(frame, suffix, own);
  const prepared = issuedAt(frame)?.toISOString() ?? `${frame.campaign.year}-12-31T00:00:00.000Z`;
  const meta = {
    schema: SCHEMA,
    id: `DTI_${suffix}`,
    test: false,
    prepared,
    contentLanguages: ["vi", "en"],
    sender: { id: AGENCY },
  };
  const lists = [
    codelist(LISTS.freq, { vi: "Tần suất", en: "Frequency" }, { A: { vi: "Năm", en: "Annual" } }, true),
    codelist(LISTS.measure, CONCEPT_NAMES.MEASURE, MEASURES),
    codelist(LISTS.obsStatus, CONCEPT_NAMES.OBS_STATUS, OBS_STATUS, true),
    codelist(LISTS.confStatus, CONCEPT_NAMES.CONF_STATUS, CONF_STATUS, true),
    indicatorList(frame, codes.indicator, own("INDICATOR")),
    groupList(frame, codes.group, own("GROUP")),
  ];
  yield `{"meta":${JSON.stringify(meta)},\n"data":{${structure.slice(1, -1)},\n"codelists":[\n`;
  for (const list of lists) yield `${JSON.stringify(list)},\n`;
  const { codes: _, ...head } = codelist(own("UNIT"), CONCEPT_NAMES.UNIT, {});
  yield `${JSON.stringify(head).slice(0, -1)},"codes":[`;
  let first = true;
  for await (const { id, name } of units) {
    yield `${first ? "\n" : ",\n"}${JSON.stringify(code(id, { vi: name, en: name }))}`;
    first = false;
  }
  yield "\n]}]}}\n";
}

/** Concepts, structure and flow as JSON text. */
function dataStructure(frame: CampaignFrame, suffix: string, own: (name: string) => string): string {
  const title = titleOf(frame);
  const dimensions = [
    dimension("FREQ", 1, LISTS.freq),
    dimension("UNIT", 2, own("UNIT")),
    dimension("INDICATOR", 3, own("INDICATOR")),
    dimension("MEASURE", 4, LISTS.measure),
  ];
  const attributes = [
    attribute("OBS_STATUS", LISTS.obsStatus, { observation: {} }),
    attribute("CONF_STATUS", LISTS.confStatus, { observation: {} }),
    attribute("RANKING_GROUP", own("GROUP"), { dimensions: ["UNIT"] }),
  ];
  return JSON.stringify({
    conceptSchemes: [
      {
        ...maintained(CONCEPTS, { vi: "Khái niệm của OpenDTI", en: "Concepts of OpenDTI" }),
        concepts: Object.entries(CONCEPT_NAMES).map(([id, name]) => code(id, name)),
      },
    ],
    dataStructures: [
      {
        ...maintained(`DSD_DTI_${suffix}`, title),
        dataStructureComponents: {
          dimensionList: {
            id: "DimensionDescriptor",
            dimensions,
            timeDimension: {
              id: "TIME_PERIOD",
              conceptIdentity: conceptUrn("TIME_PERIOD"),
              localRepresentation: { format: { dataType: "GregorianYear" } },
            },
          },
          measureList: {
            id: "MeasureDescriptor",
            measures: [
              {
                id: "OBS_VALUE",
                conceptIdentity: conceptUrn("OBS_VALUE"),
                localRepresentation: { format: { dataType: "Decimal" } },
              },
            ],
          },
          attributeList: { id: "AttributeDescriptor", attributes },
        },
      },
    ],
    dataflows: [
      {
        ...maintained(`DF_DTI_${suffix}`, title),
        structure: `urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=${AGENCY}:DSD_DTI_${suffix}(${VERSION})`,
      },
    ],
  });
}

const dimension = (id: ConceptId, position: number, list: string) => ({
  id,
  position,
  conceptIdentity: conceptUrn(id),
  localRepresentation: { enumeration: codelistUrn(list) },
});

const attribute = (id: ConceptId, list: string, relationship: object) => ({
  id,
  usage: id === "RANKING_GROUP" ? "optional" : "mandatory",
  attributeRelationship: relationship,
  conceptIdentity: conceptUrn(id),
  localRepresentation: { enumeration: codelistUrn(list) },
});

const named = ({ vi, en }: Bilingual) => ({ name: vi, names: { vi, en } });

const maintained = (id: string, name: Bilingual, agencyID: string = AGENCY, version: string = VERSION) => ({
  id,
  version,
  agencyID,
  isExternalReference: false,
  ...named(name),
});

interface Code {
  readonly id: string;
  readonly parent?: string;
}
const code = (id: string, name: Bilingual, parent?: string): Code => ({
  id,
  ...named(name),
  ...(parent === undefined ? {} : { parent }),
});

/** @param partial of a list of the standard: the codes that occur here. */
function codelist(
  list: string,
  name: Bilingual,
  codes: Readonly<Record<string, Bilingual>>,
  partial = false,
) {
  const [, agency = AGENCY, id = "", version = VERSION] = /^(.*):(.*)\((.*)\)$/.exec(list) ?? [];
  return {
    ...maintained(id, name, agency, version),
    isPartial: partial,
    codes: Object.entries(codes).map(([one, words]) => code(one, words)),
  };
}

function indicatorList({ nodes }: CampaignFrame, codes: Codes, list: string) {
  const of = (place: number | null): string => (place === null ? TOTAL : codes.of(nodes[place]?.code ?? ""));
  const scored = nodes.filter((node) => node.scored);
  return {
    ...codelist(list, CONCEPT_NAMES.INDICATOR, {}),
    codes: [
      code(TOTAL, { vi: "Tổng điểm", en: "Total" }),
      ...scored.map((node) =>
        code(
          codes.of(node.code),
          { vi: `${node.printed} ${node.title}`, en: `${node.printed} ${node.title}` },
          of(node.parent),
        ),
      ),
    ],
  };
}

function groupList({ groups }: CampaignFrame, codes: Codes, list: string) {
  const without = code(NO_GROUP, { vi: "Không thuộc nhóm nào", en: "In no group" });
  return {
    ...codelist(list, CONCEPT_NAMES.RANKING_GROUP, {}),
    codes: [
      ...groups.flatMap(({ code: group, name }) =>
        group === null ? [] : [code(codes.of(group), { vi: name, en: name })],
      ),
      without,
    ],
  };
}

/** Whether results may be passed on, as an attribute of each value. */
export const confStatus = (frame: CampaignFrame): keyof typeof CONF_STATUS => (isPublic(frame) ? "F" : "N");
