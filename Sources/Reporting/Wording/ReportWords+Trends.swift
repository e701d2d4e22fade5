import Model

extension ReportWords {
    /// - Parameter inDepth: the brands that the report goes into; where it has none of them, all are told.
    func volume(
        of brands: [Trends.BrandTrend], goingInto inDepth: Set<Brand.ID>, days: TrendDays
    ) -> String {
        let wanted = brands.filter { inDepth.contains($0.id) }
        let told = wanted.isEmpty ? brands : wanted
        guard !told.isEmpty else { return noBrands }
        let period = period(days)
        guard told.contains(where: { $0.counts != .zero }) else {
            let names = list(told.map { inSentence($0.name) }, and: pick("or", "i", "un"))
            return pick(
                "\(period) nobody mentioned \(names).", "\(period): \(names) bez wzmianek.",
                "\(period): \(names) bez pieminējumiem.")
        }
        // A sentence names a few; the table has the rest.
        let few =
            told.count <= Self.mostNamed
            ? told
            : told.sorted { $0.counts.mentions > $1.counts.mentions }.prefix(Self.mostNamed)
                .map { $0 }
        let parts = few.map { brand in
            let name = inSentence(brand.name)
            guard brand.counts != .zero else {
                return name + pick(" not at all", " bez wzmianek", " bez pieminējumiem")
            }
            let mean = Double(brand.counts.mentions) / max(days.length, 1)
            return "\(name) \(times(brand.counts)), \(number(mean, decimals: 1)) "
                + pick("a day", "dziennie", "dienā")
        }
        return period + pick(" people mentioned ", ": ", ": ")
            + parts.joined(separator: "; ") + andMore(told.count - few.count) + "."
    }

    /// Brands that a sentence names at most.
    static let mostNamed = 6

    func andMore(_ brands: Int) -> String {
        brands == 0
            ? ""
            : "; " + pick("", "", "vēl ")
                + counted(
                    brands, ["more brand", "more brands"],
                    ["kolejna marka", "kolejne marki", "kolejnych marek"],
                    ["zīmols", "zīmoli", "zīmolu"])
    }

    /// `64 more brands`, which have no place of their own.
    func moreBrands(_ count: Int) -> String {
        counted(
            count, ["more brand", "more brands"], ["inna marka", "inne marki", "innych marek"],
            ["cits zīmols", "citi zīmoli", "citu zīmolu"])
    }

    func others(_ others: Trends.OtherBrands) -> String {
        let brands = moreBrands(others.brands)
        let silent = number(others.notMentioned)
        return pick(
            "\(brands), \(silent) of them without a mention: \(mentions(others.counts.mentions)) in "
                + "all.",
            "\(brands), w tym \(silent) bez wzmianek: razem "
                + "\(mentions(others.counts.mentions)).",
            "\(brands), no tiem \(silent) bez pieminējumiem: kopā "
                + "\(mentions(others.counts.mentions)).")
    }

    /// - Parameter isCompared: whether any day had days before it to be held against.
    func events(_ events: [Trends.Event], isCompared: Bool) -> String {
        let spikes = events.count { $0.kind == .spike }
        let drops = events.count - spikes
        let largest = events.max { one, other in
            // Of equals the earlier in the list, which is the later day, is told.
            abs(one.score) < abs(other.score)
        }
        guard let largest else { return isCompared ? noEvents : nothingCompared }
        let told = list(
            [
                spikes > 0
                    ? counted(
                        spikes, ["spike", "spikes"], ["skok", "skoki", "skoków"],
                        ["lēciens", "lēcieni", "lēcienu"]) : nil,
                drops > 0
                    ? counted(
                        drops, ["drop", "drops"], ["spadek", "spadki", "spadków"],
                        ["kritums", "kritumi", "kritumu"]) : nil,
            ].compactMap { $0 })
        guard events.count > 1 else {
            return pick(
                "\(capitalized(told)) stood out: \(largest.sentence)",
                "Od normy odbiega jeden dzień, \(told) – \(largest.sentence)",
                "Neparasta ir viena diena, \(told) – \(largest.sentence)")
        }
        return pick(
            "\(capitalized(told)) stood out, the sharpest: \(largest.sentence)",
            "Dni odbiegające od normy: \(told), najostrzejszy – \(largest.sentence)",
            "Neparastas dienas: \(told), krasākais – \(largest.sentence)")
    }

    /// What is said where no day stood out.
    var noEvents: String {
        pick(
            "No day stood out against the days before it.",
            "Żaden dzień nie odbiegał od dni przed nim.",
            "Neviena diena neatšķīrās no dienām pirms tās.")
    }

    /// What is said where no day could stand out.
    var nothingCompared: String {
        pick(
            "What is usual is not known yet: that takes two weeks of listening.",
            "Nie wiadomo jeszcze, co jest normą: na to trzeba dwóch tygodni nasłuchu.",
            "Vēl nav zināms, kas ir parasti: tam vajag divas klausīšanās nedēļas.")
    }

    func event(
        _ kind: Trends.Event.Kind, brand: String, on day: LocalCalendar.Moment, counts: Counts,
        usual: Double, cause: Trends.Cause
    ) -> String {
        let brand = inSentence(brand)
        let reason = reason(cause)
        let usual = number(usual, decimals: usual == usual.rounded() ? 0 : 1)
        let date = date(day)
        let only = kind == .drop ? pick("only ", "tylko ", "tikai ") : ""
        let told =
            counts == .zero
            ? pick("not mentioned", "ani jednej wzmianki", "neviena pieminējuma")
            : pick("mentioned ", "", "") + only + times(counts)
        return pick(
            "\(brand) was \(told) on \(date), where \(usual) is usual on such a day\(reason).",
            "\(brand): \(told), \(date); w takie dni zwykle \(usual)\(reason).",
            "\(brand): \(told), \(date); šādās dienās parasti \(usual)\(reason).")
    }

    /// - Parameter isCompared: whether there were days before the recent ones.
    func rising(_ terms: [String], isCompared: Bool, listening: ListeningHealth) -> String {
        guard isCompared else {
            return risingNotCompared + "; " + inShort(listening) + "."
        }
        let isOne = terms.count == 1
        let terms = list(terms.prefix(3).map(quoted))
        let said =
            terms.isEmpty
            ? pick(
                "No word rose clearly in the last seven days",
                "Przez ostatnie siedem dni żadne słowo wyraźnie nie zyskało",
                "Pēdējās septiņās dienās neviens vārds nav kļuvis izteikti biežāks")
            : pick(
                "Rising in the last seven days: ",
                "Przez ostatnie siedem dni \(isOne ? "zyskało" : "zyskały"): ",
                "Pēdējās septiņās dienās \(isOne ? "biežāks" : "biežāki") kļuva: ") + terms
        return said + "; " + inShort(listening) + "."
    }

    var risingNotCompared: String {
        pick(
            "A report of less than two weeks does not tell which words rose",
            "Raport z mniej niż dwóch tygodni nie mówi, jakie słowa zyskały",
            "Pārskats par mazāk nekā divām nedēļām nerāda, kuri vārdi kļuva biežāki")
    }

    // MARK: - Private

    /// What else explains a day that stood out; nothing where people do.
    private func reason(_ cause: Trends.Cause) -> String {
        switch cause {
        case .talk: ""
        case .oneStory:
            pick(
                "; one text was printed often, by story the day is as usual",
                "; jeden tekst wiele razy, licząc historie dzień jest zwykły",
                "; viens teksts daudzkārt, pēc stāstiem diena ir parasta")
        case .newSource:
            pick(
                "; a new source brings them, without it the day is as usual",
                "; to nowe źródło, bez niego dzień jest zwykły",
                "; tas ir jauns avots, bez tā diena ir parasta")
        case .lostSource:
            pick(
                "; sources are missing, with them the day would be as usual",
                "; brakuje źródeł, z nimi dzień byłby zwykły",
                "; trūkst avotu, ar tiem diena būtu parasta")
        }
    }

    /// `In 7 days and today so far`.
    private func period(_ days: TrendDays) -> String {
        guard !days.whole.isEmpty else {
            return pick("In the time so far", "Do tej pory", "Līdz šim")
        }
        let parts = [
            counted(
                days.whole.count, ["day", "days"], ["dzień", "dni", "dni"],
                ["dienā", "dienās"]),
            days.beginsInPart
                ? pick(
                    "part of the day before", "część dnia przedtem", "daļā dienas pirms tam") : nil,
            days.endsInPart
                ? pick("today so far", "dzisiaj do tej pory", "šodien līdz šim") : nil,
        ]
        return pick("In ", "Przez ", "") + list(parts.compactMap { $0 })
    }
}
