/** The R script of the package: builds the coin, aggregates, and says how far the outcome is from ours. */
import type { CampaignFrame } from "../../campaign-book/types.js";

export function coinrScript({ set, nodes }: CampaignFrame): string {
  const leaves = nodes.filter(({ leaf, scored }) => leaf && scored).length;
  const unit = 10 ** -set.digits;
  return `# Builds the index again with COINr (https://bluefoxr.github.io/COINr/) and compares it with OpenDTI.
# Rscript run.R, in the folder of this file. install.packages("COINr") once.
library(COINr)

text <- c(uCode = "character", uName = "character")
iMeta <- read.csv("iMeta.csv", encoding = "UTF-8", na.strings = "NA",
                  colClasses = c(iCode = "character", iName = "character", Parent = "character",
                                 Type = "character", Unit = "character"))
iData <- read.csv("iData.csv", encoding = "UTF-8", na.strings = "NA", check.names = FALSE, colClasses = text)
expected <- read.csv("expected.csv", encoding = "UTF-8", na.strings = "NA", colClasses = c(uCode = "character"))

coin <- new_coin(iData, iMeta)
# The data are shares of the maximum already: nothing is left to normalise.
coin <- Aggregate(coin, dset = "Raw", f_ag = "a_amean")
index <- get_data(coin, dset = "Aggregated", iCodes = "Index")

both <- merge(expected, index, by = "uCode")
both$Index[is.na(both$Index)] <- 0
both$COINr <- both$Index / 100 * both$Max + both$Bonus
both$difference <- abs(both$COINr - both$Total)
# Rounding alone: half of the last digit for each indicator, each sum and the total.
tolerance <- ${leaves + nodes.length + 1} * ${unit} / 2
cat(sprintf("%d units, largest difference %.6f points, rounding allows %.6f\\n",
            nrow(both), max(both$difference), tolerance))
worst <- both[both$difference > tolerance, c("uCode", "Total", "COINr", "difference")]
if (nrow(worst) > 0) { print(worst); quit(status = 1) }
cat("COINr agrees with OpenDTI.\\n")
`;
}
