import ArgumentParser
import Model

/// Whose digest it is.
struct DigestPart: ParsableArguments {
    @Option(help: ArgumentHelp("Of one brand, beside its competitors.", valueName: "id"))
    var brand: String?

    @Option(help: ArgumentHelp("Of what one team answers.", valueName: "id"))
    var team: String?

    @Option(help: ArgumentHelp("Of the sources of one region.", valueName: "name"))
    var region: String?

    @Option(help: ArgumentHelp("Of what is tagged with one category.", valueName: "id"))
    var category: String?

    @Option(
        help: ArgumentHelp(
            "Of what is about one place of rules/locations.yaml: what names it, or a place in it.",
            valueName: "id"))
    var location: String?

    @Option(
        help: ArgumentHelp(
            "Of what has one value of a facet, such as touchpoint:app.", valueName: "facet:id"),
        transform: facetValue)
    var facet: FacetValue?

    @Option(
        help: ArgumentHelp(
            "Of what is at least so grave: low, normal, high or critical.", valueName: "severity"))
    var severity: Severity?

    @Option(
        help: ArgumentHelp("Of what is in one language, such as pl.", valueName: "code"),
        transform: languageCode)
    var language: LanguageCode?

    var isEmpty: Bool {
        brand == nil && team == nil && region == nil && category == nil && location == nil
            && facet == nil && severity == nil && language == nil
    }
}
