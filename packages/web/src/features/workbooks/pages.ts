/** The pages of workbooks, loaded together. */
export { AppraisalWorkbookPage } from "./appraisal-page.js";
export { AssessmentWorkbookPage } from "./assessment-page.js";
export { CampaignWorkbookPage } from "./campaign-page.js";
