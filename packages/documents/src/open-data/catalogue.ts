/**
 * `dcat.jsonld`: the same package as a catalogue of open data takes it, by DCAT 3 and DCAT-AP 3. Addresses of the files
 * are relative to this one.
 */
import type { CampaignFrame } from "../campaign-book/types.js";
import { descriptionOf, isPublic, issuedAt, PUBLISHER, type Publication, TERMS, titleOf } from "./about.js";
import type { WrittenPart } from "./package-writer.js";

const CONTEXT = {
  adms: "http://www.w3.org/ns/adms#",
  dcat: "http://www.w3.org/ns/dcat#",
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  spdx: "http://spdx.org/rdf/terms#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
} as const;

const MEDIA: readonly (readonly [ending: string, media: string, format: string])[] = [
  [".csv", "text/csv", "CSV"],
  [".json", "application/json", "JSON"],
];

/** @param parts the files that hold data. */
export function catalogueOf(
  frame: CampaignFrame,
  { publisher, homepage }: Publication,
  parts: readonly WrittenPart[],
): unknown {
  const { campaign, run, set } = frame;
  const issued = issuedAt(frame);
  const rights = isPublic(frame) ? "PUBLIC" : "RESTRICTED";
  return {
    "@context": CONTEXT,
    "@id": `urn:uuid:${campaign.id}`,
    "@type": "dcat:Dataset",
    "dct:identifier": `urn:uuid:${campaign.id}`,
    "dct:title": bilingual(titleOf(frame)),
    "dct:description": bilingual(descriptionOf(frame)),
    "dct:publisher": {
      "@type": "foaf:Agent",
      "foaf:name": publisher === null ? bilingual(PUBLISHER) : [{ "@value": publisher, "@language": "vi" }],
    },
    "dct:language": authority("language", "VIE"),
    "dct:accrualPeriodicity": authority("frequency", "ANNUAL"),
    "dct:accessRights": authority("access-right", rights),
    "dcat:theme": [authority("data-theme", "GOVE")],
    "dcat:keyword": bilingual({ vi: "chuyển đổi số", en: "digital transformation" }),
    "dct:spatial": { ...authority("country", "VNM"), "rdfs:label": "Việt Nam" },
    "dct:temporal": {
      "@type": "dct:PeriodOfTime",
      "dcat:startDate": { "@value": `${campaign.year}-01-01`, "@type": "xsd:date" },
      "dcat:endDate": { "@value": `${campaign.year}-12-31`, "@type": "xsd:date" },
    },
    ...(issued === undefined
      ? {}
      : { "dct:issued": { "@value": issued.toISOString(), "@type": "xsd:dateTime" } }),
    ...(run === null ? {} : { "dcat:version": `${campaign.year}.${run.number}.0` }),
    ...(homepage === null ? {} : { "dcat:landingPage": { "@id": homepage } }),
    "dct:source": `${set.title} (${set.id}, ${set.version}, sha256:${set.hash})`,
    "dcat:distribution": parts.map((part) => distribution(part, isPublic(frame))),
  };
}

function distribution({ name, bytes, sha256 }: WrittenPart, open: boolean): unknown {
  const [, media, format] = MEDIA.find(([ending]) => name.endsWith(ending)) ?? ["", "text/plain", "TXT"];
  return {
    "@type": "dcat:Distribution",
    "dct:title": name,
    "dcat:accessURL": { "@id": name },
    "dcat:downloadURL": { "@id": name },
    "dcat:mediaType": { "@id": `http://www.iana.org/assignments/media-types/${media}` },
    "dct:format": authority("file-type", format),
    "dcat:byteSize": { "@value": String(bytes), "@type": "xsd:nonNegativeInteger" },
    "spdx:checksum": {
      "@type": "spdx:Checksum",
      "spdx:algorithm": { "@id": "spdx:checksumAlgorithm_sha256" },
      "spdx:checksumValue": { "@value": sha256, "@type": "xsd:hexBinary" },
    },
    ...(open ? { "dct:license": { "@type": "dct:LicenseDocument", "dct:title": bilingual(TERMS) } } : {}),
  };
}

/** A value of the EU's authority tables, which DCAT-AP asks for. */
const authority = (table: string, code: string) => ({
  "@id": `http://publications.europa.eu/resource/authority/${table}/${code}`,
});

const bilingual = ({ vi, en }: { readonly vi: string; readonly en: string }) => [
  { "@value": vi, "@language": "vi" },
  { "@value": en, "@language": "en" },
];
