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
    let recommending: String
    let answers: String
    /// What the three counts of a brand's answers are of.
    let shares = "0–6, 7–8, 9–10"
    let npsByWeek: String
    let npsExplained: String
    let effort: String
    let meanOfSeven: String
    let cesByWeek: String
    let effortExplained: String

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
                + "source is about, else for none. CSAT is the share of those who give four or "
                + "more, told from five posts on.",
            "Średnia gwiazdek, które wpisy dają marce, od 1 do 5; historia ma gwiazdki swojego "
                + "pierwszego wpisu. Gwiazdki z wpisu o kilku markach liczą się tej, której dotyczy "
                + "jego źródło, w innym razie żadnej. CSAT to udział tych, którzy dają co najmniej "
                + "cztery, podawany od pięciu wpisów.",
            "Vidējais zvaigžņu skaits, ko ieraksti dod zīmolam, no 1 līdz 5; stāstam ir tā pirmā "
                + "ieraksta zvaigznes. Zvaigznes ierakstā, kas min vairākus zīmolus, skaita tam, par "
                + "kuru ir tā avots, citādi nevienam. CSAT ir to daļa, kas dod vismaz četras; to "
                + "rāda, sākot ar pieciem ierakstiem.")
        recommending = pick(
            "Would they recommend it (NPS)", "Czy by polecili (NPS)", "Vai ieteiktu (NPS)")
        answers = pick("Answers", "Odpowiedzi", "Atbildes")
        effort = pick(
            "How easy it was made (CES)", "Jak łatwo poszło (CES)", "Cik viegli tas bija (CES)")
        meanOfSeven = pick("Mean, 1–7", "Średnia, 1–7", "Vidēji, 1–7")
        cesByWeek = pick("CES week by week", "CES tydzień po tygodniu", "CES pa nedēļām")
        effortExplained = pick(
            "Of those who say how far they agree that the brand made it easy for them, from 1 to 7: "
                + "the share of 5 to 7, and beside it the mean. Both are told from five answers on.",
            "Spośród tych, którzy mówią, na ile się zgadzają, że marka im to ułatwiła, od 1 do 7: "
                + "udział odpowiedzi od 5 do 7, a obok średnia. Podawane od pięciu odpowiedzi.",
            "No tiem, kas saka, cik lielā mērā piekrīt, ka zīmols to padarīja vieglu, no 1 līdz 7: "
                + "atbilžu no 5 līdz 7 daļa un blakus vidējais. To rāda, sākot ar piecām atbildēm.")
        npsByWeek = pick("NPS week by week", "NPS tydzień po tygodniu", "NPS pa nedēļām")
        npsExplained = pick(
            "Of those who say how likely they are to recommend the brand, from 0 to 10: the share of "
                + "9 and 10 minus the share of 0 to 6, in points from −100 to 100. It is told from "
                + "five answers on; of few answers it moves much by each.",
            "Spośród tych, którzy mówią, na ile poleciliby markę, od 0 do 10: udział 9 i 10 minus "
                + "udział od 0 do 6, w punktach od −100 do 100. Podawany od pięciu odpowiedzi; przy "
                + "niewielu każda mocno go zmienia.",
            "No tiem, kas saka, cik ticami ieteiktu zīmolu, no 0 līdz 10: 9 un 10 daļa mīnus no 0 "
                + "līdz 6 daļa, punktos no −100 līdz 100. To rāda, sākot ar piecām atbildēm; ja to "
                + "ir maz, katra to stipri maina.")
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

    /// `83%`: of those with stars; a dash where they are too few.
    package func csat(_ rating: Rating?) -> String {
        (rating?.exactCSAT.mentions).map(report.percent) ?? "–"
    }

    /// `+42`; a dash for `nil` and where answers are too few.
    package func nps(_ nps: NetPromoterScore?) -> String {
        (nps?.exactScore.mentions).map(report.points) ?? "–"
    }

    /// `+42 (120)`: of how many answers; a dash for `nil`.
    package func npsOfAnswers(_ nps: NetPromoterScore?) -> String {
        nps.map { "\(self.nps($0)) (\(report.number($0.counts.mentions)))" } ?? "–"
    }

    /// `was +38 (110)`; empty where it is not known.
    func npsBefore(_ nps: NetPromoterScore?) -> String {
        nps.map { "\(was) \(npsOfAnswers($0))" } ?? ""
    }

    /// `83%`: of those who say that it was easy; a dash where answers are too few.
    func ces(_ ces: CustomerEffortScore?) -> String {
        (ces?.exactScore.mentions).map(report.percent) ?? "–"
    }

    /// `83% (12)`: of how many answers; a dash for `nil`.
    package func cesOfAnswers(_ ces: CustomerEffortScore?) -> String {
        ces.map { "\(self.ces($0)) (\(report.number($0.counts.mentions)))" } ?? "–"
    }

    /// `was 79% (11)`; empty where it is not known.
    func cesBefore(_ ces: CustomerEffortScore?) -> String {
        ces.map { "\(was) \(cesOfAnswers($0))" } ?? ""
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
