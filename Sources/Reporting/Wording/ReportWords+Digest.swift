import Model

extension ReportWords {
    /// - Parameter others: how many brands more there are.
    func volume(of brands: [Digest.BrandSummary], others: Int = 0, span: Span) -> String {
        let parts = brands.enumerated().map { index, brand in
            let change = change(brand.previous, before(span))
            let brandName = inSentence(brand.name)
            switch (language, brand.counts == .zero) {
            case (.english, true):
                return index == 0 ? "\(brandName) was not mentioned" : "\(brandName) not at all"
            case (.english, false):
                let name = index == 0 ? "\(brandName) was mentioned" : brandName
                return "\(name) \(times(brand.counts)), \(change)"
            case (.polish, true): return "\(brandName): bez wzmianek"
            case (.latvian, true): return "\(brandName): bez pieminējumiem"
            case (.polish, false), (.latvian, false):
                return "\(brandName): \(times(brand.counts)), \(change)"
            }
        }
        return parts.joined(separator: "; ") + andMore(others) + "."
    }

    /// Where most feeds could not be heard, or nobody listened, the sentence says so itself: silence tells
    /// nothing then.
    ///
    /// - Parameter listening: `nil` for a time before anybody listened.
    func nothingHeard(
        of brands: [Digest.BrandSummary], until: String, span: Span, listening: ListeningHealth?
    ) -> String {
        guard !brands.isEmpty else { return noBrands }
        let before = brands.map(\.previous.before).reduce(.zero, +)
        let all = list(brands.map { inSentence($0.name) }, and: pick("or", "i", "un"))
        let length =
            switch span {
            case .hour: pick("hour", "w godzinie", "stundā")
            case .month: pick("month", "w miesiącu", "mēnesī")
            case .day: pick("day", "w dobie", "diennaktī")
            case .week: pick("week", "w tygodniu", "nedēļā")
            case .other: pick("period", "w okresie", "laikā")
            }
        guard let listening else {
            return pick(
                "It is not known who mentioned \(all) in the \(length) up to \(until).",
                "\(all): nie wiadomo, kto pisał \(length) do \(until).",
                "\(all): nav zināms, kas rakstīja \(length) līdz \(until).")
        }
        let names = all + (listening.ok * 2 < listening.asked ? heardOnly(listening) : "")
        let sentence = pick(
            "In the \(length) up to \(until) nobody mentioned \(names)",
            "\(names): ani jednej wzmianki \(length) do \(until)",
            "\(names): neviena pieminējuma \(length) līdz \(until)")
        guard brands.allSatisfy({ $0.previous.unheard != true }) else { return sentence + "." }
        let earlier = self.before(span)
        let isNone = before == .zero
        return sentence + "; \(earlier) "
            + pick(before.mentions == 1 ? "there was " : "there were ", "", "")
            + (isNone
                ? pick("no mentions either", "też żadnej", "arī neviena")
                : mentions(before.mentions)) + "."
    }

    func tone(of brands: [Digest.BrandSummary]) -> String {
        let heard = brands.filter { $0.counts != .zero }
        guard !heard.isEmpty else {
            return pick(
                "With nothing heard, there is no tone to report.",
                "Nic nie usłyszano, więc nie ma tonu do opisania.",
                "Nekas nav dzirdēts, tāpēc nav arī noskaņas, ko aprakstīt.")
        }
        return capitalized(heard.map(tone(of:)).joined(separator: "; ")) + "."
    }

    /// - Parameter heard: how many feeds were heard, as a sentence ends with it.
    func toDo(
        _ counts: Counts, critical: Int, firstBy: String?, overdue: Int, heard: String
    ) -> String {
        if counts.mentions == 1 {
            return toDo(one: counts, isCritical: critical > 0, by: firstBy, isLate: overdue > 0)
                + "; " + heard + "."
        }
        var sentence =
            counts == .zero
            ? pick(
                "Nothing needs an answer", "Nic nie czeka na odpowiedź", "Nekas negaida atbildi")
            : "\(posts(counts.mentions)) (\(stories(counts.stories))) \(waits(counts.mentions))"
        if critical > 0 {
            let count = number(critical)
            sentence += pick(
                ", \(count) of them critical", ", w tym \(count) o pilności krytycznej",
                ", no tiem \(count) ar kritisku steidzamību")
        }
        if let firstBy, counts != .zero {
            sentence += pick(
                ", the first by \(firstBy)", ", pierwszy do \(firstBy)",
                ", pirmais līdz \(firstBy)")
        }
        if overdue > 0 {
            let late = language.form(
                overdue, one: "nokavēts", few: "nokavēti", many: "nokavēti")
            sentence += pick(
                ", \(number(overdue)) already late", ", po czasie już \(number(overdue))",
                ", jau \(late) \(number(overdue))")
        }
        return sentence + "; " + heard + "."
    }

    /// - Parameters:
    ///   - previous: `nil` where nobody listened.
    ///   - sameWeekday: `nil` where nobody listened, and where it is not told.
    func alert(
        _ kind: Digest.Alert.Kind, brand: String, isCompetitor: Bool, counts: Counts,
        previous: Counts?, sameWeekday: Counts?, span: Span
    ) -> String {
        let brand = inSentence(brand)
        let whose =
            isCompetitor ? pick("At a competitor: ", "U konkurenta: ", "Pie konkurenta: ") : ""
        let earlier = previous.map { number($0.mentions) }
        let weekEarlier = sameWeekday.map { number($0.mentions) }
        let stories = stories(counts.stories)
        let count = number(counts.mentions)
        let before = before(span)
        switch language {
        case .english:
            let what =
                switch kind {
                case .negative: "negative mentions of \(brand)"
                case .incident: "reports of an incident at \(brand)"
                }
            let measures = [
                earlier.map { "\($0) \(before)" }, weekEarlier.map { "\($0) a week earlier" },
            ].compactMap(\.self)
            return whose + "\(count) \(what) (\(stories))"
                + (measures.isEmpty ? "" : ", against " + measures.joined(separator: " and ")) + "."
        case .polish, .latvian:
            let what =
                switch kind {
                case .negative:
                    counted(
                        counts.mentions, ["", ""],
                        ["negatywna wzmianka", "negatywne wzmianki", "negatywnych wzmianek"],
                        [
                            "negatīvs pieminējums", "negatīvi pieminējumi",
                            "negatīvu pieminējumu",
                        ])
                case .incident:
                    counted(
                        counts.mentions, ["", ""],
                        [
                            "zgłoszenie awarii lub kryzysu", "zgłoszenia awarii lub kryzysu",
                            "zgłoszeń awarii lub kryzysu",
                        ],
                        [
                            "ziņa par avāriju vai krīzi", "ziņas par avāriju vai krīzi",
                            "ziņu par avāriju vai krīzi",
                        ])
                }
            return whose + "\(brand): \(what) (\(stories))"
                + (earlier.map { ", \(before) \($0)" } ?? "")
                + (weekEarlier.map { ", \(aWeekEarlier) \($0)" } ?? "") + "."
        }
    }

    /// What is said where the rules name no brands.
    var noBrands: String {
        pick(
            "No brands are followed, so nothing was counted.",
            "Nie śledzimy żadnych marek, więc niczego nie policzono.",
            "Netiek vērots neviens zīmols, tāpēc nekas nav skaitīts.")
    }

    // MARK: - Private

    private func heardOnly(_ listening: ListeningHealth) -> String {
        guard listening.ok > 0 else {
            return pick(
                ", but no feed could be heard", " (nie odpowiedział żaden kanał)",
                " (neatbildēja neviena plūsma)")
        }
        let (some, all) = (number(listening.ok), number(listening.asked))
        return pick(
            " in the \(some) of \(all) feeds that could be heard",
            " w słyszanych kanałach (\(some) z \(all))", " dzirdamajās plūsmās (\(some) no \(all))")
    }

    private func tone(of brand: Digest.BrandSummary) -> String {
        let negative = brand.tone.negative.mentions
        let positive = brand.tone.positive.mentions
        let other = brand.counts.mentions - negative - positive
        let name = inSentence(brand.name)
        let net =
            brand.tone.exactNetSentiment.mentions.map {
                pick(", net tone ", ", ton netto ", ", kopējā noskaņa ") + signed($0)
            } ?? ""
        switch language {
        case .english where brand.counts.mentions == 1:
            let tone = negative == 1 ? "negative" : positive == 1 ? "positive" : "neutral or other"
            return "the only mention of \(name) was \(tone)\(net)"
        case .english:
            return
                "of the \(mentions(brand.counts.mentions)) of \(name), \(number(negative)) "
                + (negative == 1 ? "was" : "were")
                + " negative, \(number(positive)) positive, \(number(other)) neutral or other\(net)"
        case .polish:
            return "\(name): negatywne \(number(negative)), pozytywne \(number(positive)), "
                + "neutralne i inne \(number(other)) z \(number(brand.counts.mentions))\(net)"
        case .latvian:
            return "\(name): negatīvi \(number(negative)), pozitīvi \(number(positive)), "
                + "neitrāli un citi \(number(other)) no \(number(brand.counts.mentions))\(net)"
        }
    }

    /// `1 post (1 story) needs an answer by Sun 22 Nov 2026, 07:30 (critical, already late)`.
    private func toDo(one counts: Counts, isCritical: Bool, by time: String?, isLate: Bool)
        -> String
    {
        let marks = [
            isCritical ? pick("critical", "pilność krytyczna", "steidzamība kritiska") : nil,
            isLate ? pick("already late", "już po czasie", "jau nokavēts") : nil,
        ].compactMap(\.self)
        return "\(posts(counts.mentions)) (\(stories(counts.stories))) \(waits(counts.mentions))"
            + (time.map { pick(" by \($0)", ", termin \($0)", ", termiņš \($0)") } ?? "")
            + (marks.isEmpty ? "" : " (\(marks.joined(separator: ", ")))")
    }

    /// `needs an answer`, as it goes with so many posts.
    private func waits(_ count: Int) -> String {
        switch language {
        case .english: count == 1 ? "needs an answer" : "need an answer"
        case .polish:
            language.form(count, one: "czeka", few: "czekają", many: "czeka") + " na odpowiedź"
        case .latvian: "gaida atbildi"
        }
    }
}
