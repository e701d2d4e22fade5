package import Model

/// The words of what reports tell of facets and places, in one of their languages.
///
/// What a template names is stored: templates do not see what is computed.
package struct FacetWords: Sendable {
    package let about: String
    package let aboutExplained: String
    package let location: String
    package let locations: String
    package let locationsExplained: String
    package let value: String
    package let negative: String
    package let before: String
    package let lastWeek: String
    package let negativeWith: String

    /// - Parameter brand: the competitor or topic that is told of; `nil` for own brands.
    package init(_ language: ReportLanguage, of brand: String? = nil) {
        func pick(_ english: String, _ polish: String, _ latvian: String) -> String {
            language.picking(english, polish, latvian)
        }
        about = pick("What it is about", "O czym piszą", "Par ko raksta")
        aboutExplained =
            pick(
                "Posts that name \(brand ?? "a brand of ours")",
                brand.map { "Wpisy, w których pada nazwa \($0)" }
                    ?? "Wpisy, które wymieniają naszą markę",
                brand.map { "Ieraksti, kuros minēts nosaukums \($0)" }
                    ?? "Ieraksti, kas piemin mūsu zīmolu")
            + pick(
                "; one may count in several rows, or in none.",
                "; wpis może liczyć się w kilku wierszach albo w żadnym.",
                "; ieraksts var būt vairākās rindās vai nevienā.")
        location = pick("Location", "Miejsce", "Vieta")
        locations = pick("Locations compared", "Porównanie miejsc", "Vietu salīdzinājums")
        locationsExplained =
            pick(
                "What is said of \(brand ?? "own brands") where a place is named.",
                brand.map { "\($0): co się mówi tam, gdzie pada nazwa miejsca." }
                    ?? "Co mówi się o własnych markach tam, gdzie pada nazwa miejsca.",
                brand.map { "\($0): ko saka, kur nosaukta vieta." }
                    ?? "Ko saka par saviem zīmoliem, kur nosaukta vieta.")
            + pick(
                " A shop counts for its town, too.",
                " Sklep liczy się także dla swojego miasta.",
                " Veikals skaitās arī savai pilsētai.")
        value = pick("About", "Temat", "Temats")
        negative = pick("Negative", "Negatywne", "Negatīvi")
        before = pick("Against before", "Wobec poprzednich", "Pret iepriekšējo")
        lastWeek = pick("Last 7 days", "Ostatnie 7 dni", "Pēdējās 7 dienas")
        negativeWith = pick(
            "In negative ones also", "W negatywnych także", "Negatīvajos arī")
    }
}
