#include "CEmbedded.h"

#include <stddef.h>

// Each ends in the NUL that makes it a C string; none of them holds one.
static const struct earshot_file files[] = {
    {"backtest.schema.json", (const char[]){
#embed "../Model/Schemas/backtest.schema.json" suffix(, 0)
    }},
    {"digest.schema.json", (const char[]){
#embed "../Model/Schemas/digest.schema.json" suffix(, 0)
    }},
    {"notice.schema.json", (const char[]){
#embed "../Model/Schemas/notice.schema.json" suffix(, 0)
    }},
    {"parse.schema.json", (const char[]){
#embed "../Model/Schemas/parse.schema.json" suffix(, 0)
    }},
    {"rule-usage.schema.json", (const char[]){
#embed "../Model/Schemas/rule-usage.schema.json" suffix(, 0)
    }},
    {"tag.schema.json", (const char[]){
#embed "../Model/Schemas/tag.schema.json" suffix(, 0)
    }},
    {"trends.schema.json", (const char[]){
#embed "../Model/Schemas/trends.schema.json" suffix(, 0)
    }},
    {"wallboard.schema.json", (const char[]){
#embed "../Model/Schemas/wallboard.schema.json" suffix(, 0)
    }},
    {"earshot_spark.py", (const char[]){
#embed "../Pipeline/Jobs/earshot_spark.py" suffix(, 0)
    }},
    {"answer.mustache", (const char[]){
#embed "../Reporting/Templates/answer.mustache" suffix(, 0)
    }},
    {"brand.mustache", (const char[]){
#embed "../Reporting/Templates/brand.mustache" suffix(, 0)
    }},
    {"correcting.js", (const char[]){
#embed "../Reporting/Templates/correcting.js" suffix(, 0)
    }},
    {"corrections.mustache", (const char[]){
#embed "../Reporting/Templates/corrections.mustache" suffix(, 0)
    }},
    {"digest.mustache", (const char[]){
#embed "../Reporting/Templates/digest.mustache" suffix(, 0)
    }},
    {"facets.mustache", (const char[]){
#embed "../Reporting/Templates/facets.mustache" suffix(, 0)
    }},
    {"facettrends.mustache", (const char[]){
#embed "../Reporting/Templates/facettrends.mustache" suffix(, 0)
    }},
    {"finding.js", (const char[]){
#embed "../Reporting/Templates/finding.js" suffix(, 0)
    }},
    {"folding.js", (const char[]){
#embed "../Reporting/Templates/folding.js" suffix(, 0)
    }},
    {"foot.mustache", (const char[]){
#embed "../Reporting/Templates/foot.mustache" suffix(, 0)
    }},
    {"handbook.mustache", (const char[]){
#embed "../Reporting/Templates/handbook.mustache" suffix(, 0)
    }},
    {"head.mustache", (const char[]){
#embed "../Reporting/Templates/head.mustache" suffix(, 0)
    }},
    {"health.mustache", (const char[]){
#embed "../Reporting/Templates/health.mustache" suffix(, 0)
    }},
    {"incident.mustache", (const char[]){
#embed "../Reporting/Templates/incident.mustache" suffix(, 0)
    }},
    {"index.mustache", (const char[]){
#embed "../Reporting/Templates/index.mustache" suffix(, 0)
    }},
    {"linechart.mustache", (const char[]){
#embed "../Reporting/Templates/linechart.mustache" suffix(, 0)
    }},
    {"mention.mustache", (const char[]){
#embed "../Reporting/Templates/mention.mustache" suffix(, 0)
    }},
    {"news.mustache", (const char[]){
#embed "../Reporting/Templates/news.mustache" suffix(, 0)
    }},
    {"nps.mustache", (const char[]){
#embed "../Reporting/Templates/nps.mustache" suffix(, 0)
    }},
    {"page.css", (const char[]){
#embed "../Reporting/Templates/page.css" suffix(, 0)
    }},
    {"patterns.mustache", (const char[]){
#embed "../Reporting/Templates/patterns.mustache" suffix(, 0)
    }},
    {"planning.mustache", (const char[]){
#embed "../Reporting/Templates/planning.mustache" suffix(, 0)
    }},
    {"quote.mustache", (const char[]){
#embed "../Reporting/Templates/quote.mustache" suffix(, 0)
    }},
    {"ratings.mustache", (const char[]){
#embed "../Reporting/Templates/ratings.mustache" suffix(, 0)
    }},
    {"reasons.mustache", (const char[]){
#embed "../Reporting/Templates/reasons.mustache" suffix(, 0)
    }},
    {"rows.js", (const char[]){
#embed "../Reporting/Templates/rows.js" suffix(, 0)
    }},
    {"ruleexamples.mustache", (const char[]){
#embed "../Reporting/Templates/ruleexamples.mustache" suffix(, 0)
    }},
    {"sourcegroups.mustache", (const char[]){
#embed "../Reporting/Templates/sourcegroups.mustache" suffix(, 0)
    }},
    {"tablefinder.mustache", (const char[]){
#embed "../Reporting/Templates/tablefinder.mustache" suffix(, 0)
    }},
    {"tables.js", (const char[]){
#embed "../Reporting/Templates/tables.js" suffix(, 0)
    }},
    {"tickets.mustache", (const char[]){
#embed "../Reporting/Templates/tickets.mustache" suffix(, 0)
    }},
    {"tickettimes.mustache", (const char[]){
#embed "../Reporting/Templates/tickettimes.mustache" suffix(, 0)
    }},
    {"tonebar.mustache", (const char[]){
#embed "../Reporting/Templates/tonebar.mustache" suffix(, 0)
    }},
    {"tools.mustache", (const char[]){
#embed "../Reporting/Templates/tools.mustache" suffix(, 0)
    }},
    {"topics.mustache", (const char[]){
#embed "../Reporting/Templates/topics.mustache" suffix(, 0)
    }},
    {"trends.mustache", (const char[]){
#embed "../Reporting/Templates/trends.mustache" suffix(, 0)
    }},
    {"wallboard.css", (const char[]){
#embed "../Reporting/Templates/wallboard.css" suffix(, 0)
    }},
    {"wallboard.js", (const char[]){
#embed "../Reporting/Templates/wallboard.js" suffix(, 0)
    }},
    {"wallboard.mustache", (const char[]){
#embed "../Reporting/Templates/wallboard.mustache" suffix(, 0)
    }},
    {NULL, NULL},
};

const struct earshot_file *_Nonnull earshot_files(void) { return files; }
