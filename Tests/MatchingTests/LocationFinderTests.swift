import Matching
import Model
import TestSupport
import Testing
import Tokenizing

struct LocationFinderTests {
    private static let finder = LocationFinder([
        location("riga", "Rīga", [.latvian]),
        location("brivibas", "Brīvības iela", [.latvian], partOf: "riga"),
        location(
            "dluga", "Długa", forms: ["Długiej"], partOf: "gdansk", isStrictOnCase: true),
        location("gdansk", "Gdańsk", [.polish]),
    ])

    @Test(
        arguments: [
            ("Kavkā Brīvības ielā bija tukšs", ["brivibas", "riga"]),
            ("Rīgā un Rīgai", ["riga"]), ("w Gdańsku na Długiej", ["dluga", "gdansk"]),
            ("kolejka przy Długiej", ["dluga", "gdansk"]), ("długa kolejka", []),
            ("Długa kolejka", []), ("Jūrmalā", []), ("w gdansku", ["gdansk"]),
            ("veikals uz brivibas ielas", ["brivibas", "riga"]),
            ("przy Dlugiej", ["dluga", "gdansk"]),
            ("przy dlugiej", []), ("riga un rigas", ["riga"]),
        ] as [(String, [Location.ID])])
    func `a place counts in all its forms, and for what it is part of`(
        text: String, expected: [Location.ID]
    ) {
        #expect(tags(text).map(\.id) == expected)
    }

    @Test func `the evidence is the name, and the line that has it`() {
        let tag = tags("W Gdańsku, tak, w Gdańsku")[0]
        #expect(tag.confidence == 1)
        #expect(tag.evidence.map(\.term) == ["Gdańsku", "Gdańsku"])
        #expect(tag.evidence.map(\.range) == [2..<9, 18..<25])
        #expect(tag.evidence.allSatisfy { $0.rule == "rules/locations.yaml" })
    }

    // MARK: - Private

    private func tags(_ text: String) -> [CategoryTag] {
        Self.finder.tags(for: EntryText(text: text), title: Words(of: ""), text: Words(of: text))
    }

    private static func location(
        _ id: Location.ID, _ name: String, _ inflections: [Brand.Inflection] = [],
        forms: [String] = [], partOf: Location.ID? = nil, isStrictOnCase: Bool = false
    ) -> Location {
        let place = FileLocation(file: "rules/locations.yaml")
        return Location(
            id: id, name: name, partOf: partOf,
            names: Brand(
                id: Brand.ID(id.value), name: name, kind: .topic, names: [name],
                inflections: inflections, forms: forms, isCaseSensitive: isStrictOnCase,
                isStrictOnCase: isStrictOnCase, place: place), place: place)
    }
}
