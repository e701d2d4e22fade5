#include "CEmbedded.h"

#include <stddef.h>

// Each ends in the NUL that makes it a C string; none of them holds one.
static const struct earshot_file files[] = {
    {"archive.schema.json", (const char[]){
#embed "../Model/Schemas/archive.schema.json" suffix(, 0)
    }},
    {"backtest.schema.json", (const char[]){
#embed "../Model/Schemas/backtest.schema.json" suffix(, 0)
    }},
    {"backup.schema.json", (const char[]){
#embed "../Model/Schemas/backup.schema.json" suffix(, 0)
    }},
    {"digest-verify.schema.json", (const char[]){
#embed "../Model/Schemas/digest-verify.schema.json" suffix(, 0)
    }},
    {"digest.schema.json", (const char[]){
#embed "../Model/Schemas/digest.schema.json" suffix(, 0)
    }},
    {"doctor.schema.json", (const char[]){
#embed "../Model/Schemas/doctor.schema.json" suffix(, 0)
    }},
    {"explain.schema.json", (const char[]){
#embed "../Model/Schemas/explain.schema.json" suffix(, 0)
    }},
    {"export-preview.schema.json", (const char[]){
#embed "../Model/Schemas/export-preview.schema.json" suffix(, 0)
    }},
    {"export.schema.json", (const char[]){
#embed "../Model/Schemas/export.schema.json" suffix(, 0)
    }},
    {"feeds-check.schema.json", (const char[]){
#embed "../Model/Schemas/feeds-check.schema.json" suffix(, 0)
    }},
    {"feeds-discover.schema.json", (const char[]){
#embed "../Model/Schemas/feeds-discover.schema.json" suffix(, 0)
    }},
    {"feeds-import.schema.json", (const char[]){
#embed "../Model/Schemas/feeds-import.schema.json" suffix(, 0)
    }},
    {"forget-retention.schema.json", (const char[]){
#embed "../Model/Schemas/forget-retention.schema.json" suffix(, 0)
    }},
    {"forget.schema.json", (const char[]){
#embed "../Model/Schemas/forget.schema.json" suffix(, 0)
    }},
    {"import.schema.json", (const char[]){
#embed "../Model/Schemas/import.schema.json" suffix(, 0)
    }},
    {"index.schema.json", (const char[]){
#embed "../Model/Schemas/index.schema.json" suffix(, 0)
    }},
    {"manifest.schema.json", (const char[]){
#embed "../Model/Schemas/manifest.schema.json" suffix(, 0)
    }},
    {"mention.schema.json", (const char[]){
#embed "../Model/Schemas/mention.schema.json" suffix(, 0)
    }},
    {"notice.schema.json", (const char[]){
#embed "../Model/Schemas/notice.schema.json" suffix(, 0)
    }},
    {"parse.schema.json", (const char[]){
#embed "../Model/Schemas/parse.schema.json" suffix(, 0)
    }},
    {"retag.schema.json", (const char[]){
#embed "../Model/Schemas/retag.schema.json" suffix(, 0)
    }},
    {"review-apply.schema.json", (const char[]){
#embed "../Model/Schemas/review-apply.schema.json" suffix(, 0)
    }},
    {"review-export.schema.json", (const char[]){
#embed "../Model/Schemas/review-export.schema.json" suffix(, 0)
    }},
    {"rules-check.schema.json", (const char[]){
#embed "../Model/Schemas/rules-check.schema.json" suffix(, 0)
    }},
    {"rules-forms.schema.json", (const char[]){
#embed "../Model/Schemas/rules-forms.schema.json" suffix(, 0)
    }},
    {"rules-learn.schema.json", (const char[]){
#embed "../Model/Schemas/rules-learn.schema.json" suffix(, 0)
    }},
    {"rules-usage.schema.json", (const char[]){
#embed "../Model/Schemas/rules-usage.schema.json" suffix(, 0)
    }},
    {"run.schema.json", (const char[]){
#embed "../Model/Schemas/run.schema.json" suffix(, 0)
    }},
    {"search.schema.json", (const char[]){
#embed "../Model/Schemas/search.schema.json" suffix(, 0)
    }},
    {"send-preview.schema.json", (const char[]){
#embed "../Model/Schemas/send-preview.schema.json" suffix(, 0)
    }},
    {"store-copy.schema.json", (const char[]){
#embed "../Model/Schemas/store-copy.schema.json" suffix(, 0)
    }},
    {"table.schema.json", (const char[]){
#embed "../Model/Schemas/table.schema.json" suffix(, 0)
    }},
    {"tag.schema.json", (const char[]){
#embed "../Model/Schemas/tag.schema.json" suffix(, 0)
    }},
    {"ticket.schema.json", (const char[]){
#embed "../Model/Schemas/ticket.schema.json" suffix(, 0)
    }},
    {"tickets-status.schema.json", (const char[]){
#embed "../Model/Schemas/tickets-status.schema.json" suffix(, 0)
    }},
    {"tickets.schema.json", (const char[]){
#embed "../Model/Schemas/tickets.schema.json" suffix(, 0)
    }},
    {"trends.schema.json", (const char[]){
#embed "../Model/Schemas/trends.schema.json" suffix(, 0)
    }},
    {"unreadable.schema.json", (const char[]){
#embed "../Model/Schemas/unreadable.schema.json" suffix(, 0)
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
    {"brandweeks.mustache", (const char[]){
#embed "../Reporting/Templates/brandweeks.mustache" suffix(, 0)
    }},
    {"ces.mustache", (const char[]){
#embed "../Reporting/Templates/ces.mustache" suffix(, 0)
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
