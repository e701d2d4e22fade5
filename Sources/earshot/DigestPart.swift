import ArgumentParser
import Foundation
import Model
import Pipeline

/// What a report is narrowed to.
struct DigestPart: ParsableArguments {
    @Option(help: ArgumentHelp("Only this brand, beside its competitors.", valueName: "id"))
    var brand: String?

    @Option(help: ArgumentHelp("Only what this team answers.", valueName: "id"))
    var team: String?

    @Option(help: ArgumentHelp("Only sources of this region.", valueName: "name"))
    var region: String?

    @Option(help: ArgumentHelp("Only what is tagged with this category.", valueName: "id"))
    var category: String?

    @Option(
        help: ArgumentHelp(
            "Only what names this place of rules/locations.yaml, or a place in it.",
            valueName: "id"))
    var location: String?

    @Option(
        help: ArgumentHelp(
            "Only what has this value of a facet, such as touchpoint:app.", valueName: "facet:id"),
        transform: facetValue)
    var facet: FacetValue?

    @Option(
        help: ArgumentHelp(
            "Only what is at least this severe: low, normal, high or critical.",
            valueName: "severity"))
    var severity: Severity?

    @Option(
        help: ArgumentHelp("Only what is in this language, such as pl.", valueName: "code"),
        transform: languageCode)
    var language: LanguageCode?

    /// - Parameter span: the period's bounds, where it is a span.
    func request(of period: Digest.Scope.Period, span: Range<Date>? = nil) -> DigestRequest {
        DigestRequest(
            period: period, span: span, brand: brand.map { Brand.ID($0) },
            team: team.map { Team.ID($0) }, region: region,
            category: category.map { Model.Category.ID($0) },
            location: location.map { Location.ID($0) }, severityAtLeast: severity,
            language: language, facet: facet)
    }

    var isEmpty: Bool {
        brand == nil && team == nil && region == nil && category == nil && location == nil
            && facet == nil && severity == nil && language == nil
    }
}
