import Foundation
import Model

/// A handbook as its page shows it.
struct HandbookView {
    let w: HandbookWords
    let frame: FrameView
    let brandRows: [HandbookBrandView]
    let categoryRows: [HandbookCategoryView]
    let facetRows: [HandbookFacetView]
    let hasLocations: Bool
    let locationRows: [HandbookLocationView]
    let teamRows: [HandbookTeamView]
    /// `nil` where nobody asked how often rules fire.
    let routing: HandbookRoutingView?
    let rulesHash: String
    let version: String

    init(_ content: HandbookContent, words: HandbookWords) {
        let rules = content.rules
        let links = HandbookLinks(base: content.linkBase)
        w = words
        brandRows = Brand.Kind.allCases.flatMap { kind in
            rules.brands.filter { $0.kind == kind }
        }.map { HandbookBrandView($0, content: content, links: links, words: words) }
        categoryRows = rules.categories.map {
            HandbookCategoryView($0, content: content, links: links, words: words)
        }
        facetRows = rules.facets.map {
            HandbookFacetView($0, usage: content.usage, links: links, words: words)
        }
        locationRows = rules.locations.map {
            HandbookLocationView($0, content: content, links: links, words: words)
        }
        hasLocations = !locationRows.isEmpty
        teamRows = rules.routing.teams.map {
            HandbookTeamView($0, routing: rules.routing, links: links, words: words)
        }
        routing = content.usage.map {
            HandbookRoutingView(rules, usage: $0, links: links, words: words)
        }
        rulesHash = content.rulesHash
        version = content.programVersion
        frame = FrameView(
            language: words.language.rawValue, pageTitle: words.title, kicker: "Earshot",
            headline: words.title,
            subline: words.counts(
                brands: brandRows.count, categories: categoryRows.count, teams: teamRows.count),
            lead: words.lead,
            leadRest: content.usage.map {
                [words.told($0, timeZone: rules.routing.timeZone)]
            } ?? [],
            jumps: Self.jumps(words, facets: facetRows, hasLocations, routing).map {
                FrameView.JumpView(anchor: $0, jumpName: $1)
            })
    }

    /// Anchors and what they are called, in the order of the page.
    private static func jumps(
        _ words: HandbookWords, facets: [HandbookFacetView], _ hasLocations: Bool,
        _ routing: HandbookRoutingView?
    ) -> [(String, String)] {
        [("brands", words.brands), ("categories", words.categories)]
            + facets.map { ("facet-\($0.facetID)", $0.facetName.told) }
            + (hasLocations ? [("locations", words.locations)] : [])
            + [("teams", words.teams)] + (routing.map { [("routing", $0.routingTitle)] } ?? [])
    }
}

/// A text of the rules in the language of the page, or as the rules have it.
struct HandbookText {
    let told: String
    let isUntranslated: Bool

    /// - Parameter translated: `nil` where the rules have no translation.
    init(_ text: String, translated: String?, words: HandbookWords) {
        told = translated ?? text
        isUntranslated = translated == nil && words.language != .english
    }
}

/// A text that a rule promises to match, or not to.
struct HandbookExample {
    let promise: String
    let exampleText: String

    static func all(of examples: Examples, words: HandbookWords) -> [HandbookExample] {
        examples.match.map { HandbookExample(promise: words.matches, exampleText: $0.text) }
            + examples.noMatch.map {
                HandbookExample(promise: words.matchesNot, exampleText: $0.text)
            }
    }
}

/// A place in the rules, and a link to its line.
struct HandbookLink {
    let href: String
    let placeName: String
}

struct HandbookLinks {
    let base: String

    /// Lines are addressed as code hosts do: `rules/brands.yaml#L12`.
    func link(_ place: FileLocation) -> HandbookLink {
        let path =
            place.file.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? place.file
        return HandbookLink(
            href: base + path + (place.line.map { "#L\($0)" } ?? ""),
            placeName: [place.file, place.line.map(String.init)].compactMap(\.self)
                .joined(separator: ":"))
    }
}
