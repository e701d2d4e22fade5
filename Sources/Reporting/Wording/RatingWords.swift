package import Model

/// The words of what reports tell of stars, in one of their languages.
///
/// What a template names is stored: templates do not see what is computed.
package struct RatingWords: Sendable {
    /// What a column of averages is headed by.
    package let rating: String
    let ratings: String
    let ratedPosts: String
    let spread: String
    let byWeek: String
    let stars: String
    let ratingsExplained: String

    package init(_ language: ReportLanguage) {
        func pick(_ english: String, _ polish: String, _ latvian: String) -> String {
            language.picking(english, polish, latvian)
        }
        rating = pick("Rating", "Ocena", "Vērtējums")
        ratings = pick("Ratings", "Oceny", "Vērtējumi")
        ratedPosts = pick("Posts with stars", "Wpisy z gwiazdkami", "Ieraksti ar zvaigznēm")
        spread = pick("Stars given", "Rozkład gwiazdek", "Zvaigžņu sadalījums")
        byWeek = pick(
            "Ratings week by week", "Oceny tydzień po tygodniu", "Vērtējumi pa nedēļām")
        stars = pick("Stars", "Gwiazdki", "Zvaigznes")
        ratingsExplained = pick(
            "The mean of the stars that posts give the brand, from 1 to 5; a story has those of its "
                + "first post. Stars of a post that names several brands count for the one its "
                + "source is about, else for none.",
            "Średnia gwiazdek, które wpisy dają marce, od 1 do 5; historia ma gwiazdki swojego "
                + "pierwszego wpisu. Gwiazdki z wpisu o kilku markach liczą się tej, której dotyczy "
                + "jego źródło, w innym razie żadnej.",
            "Vidējais zvaigžņu skaits, ko ieraksti dod zīmolam, no 1 līdz 5; stāstam ir tā pirmā "
                + "ieraksta zvaigznes. Zvaigznes ierakstā, kas min vairākus zīmolus, skaita tam, par "
                + "kuru ir tā avots, citādi nevienam.")
    }
}

extension PageWords {
    /// `3.42`; a dash for `nil`.
    package func rating(_ rating: Rating?) -> String {
        (rating?.mean.mentions).map { report.number($0, decimals: 2) } ?? "–"
    }

    /// `3.42 (12)`: of how many posts; a dash for `nil`.
    package func ratingOfPosts(_ rating: Rating?) -> String {
        rating.map { "\(self.rating($0)) (\(report.number($0.counts.mentions)))" } ?? "–"
    }

    /// `★ 3.42 (12)`.
    func stars(_ rating: Rating) -> String { "★\u{a0}\(ratingOfPosts(rating))" }

    /// `was 3.91 (14)`; empty where it is not known.
    func ratingBefore(_ rating: Rating?) -> String {
        rating.map { "\(was) \(ratingOfPosts($0))" } ?? ""
    }

    /// `1★ 4 · 2★ 1 · 3★ 0 · 4★ 3 · 5★ 12`, as the bars above it stand.
    func spread(_ rating: Rating) -> String {
        rating.spread.enumerated().map { index, counts in
            "\(index + 1)★ \(report.number(counts.mentions))"
        }
        .joined(separator: " · ")
    }
}
