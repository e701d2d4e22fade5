import Foundation

/// What a column of somebody's file can mean to us.
package enum ImportField: String, CaseIterable, Sendable, Comparable {
    case id, url, title, text, rating, nps, ces, author, published, language, source

    package static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }

    /// The names that files give it, folded, likeliest first; comments are counted where likes are.
    ///
    /// - Parameter columns: The names of all columns, folded.
    func usualNames(beside columns: [String]) -> [String] {
        let names = spellings.split(whereSeparator: \.isWhitespace).map(String.init)
        guard self == .text, !Self.counts.isDisjoint(with: columns) else { return names }
        return names.filter { $0 != "comments" }
    }

    /// A column's name without case, diacritics, and what is neither letter nor digit.
    static func folded(_ name: String) -> String {
        let plain = name.folding(
            options: [.caseInsensitive, .diacriticInsensitive], locale: nil
        ).lowercased().replacing("ł", with: "l")
        return plain.filter { $0.isLetter || $0.isNumber }
    }

    // MARK: - Private

    /// What else is counted of a post, as networks name the columns.
    private static let counts: Set = [
        "clicks", "impressions", "likes", "reactions", "reposts", "retweets", "shares", "upvotes",
        "views",
    ]

    /// In English, Polish and Latvian, a line or more each.
    private var spellings: String {
        switch self {
        case .id: "id guid uuid messageid reviewid commentid responseid lp nr"
        case .url:
            """
            url link permalink href reviewlink reviewurl permalinkurl posturl
            adres odnosnik
            saite adrese
            """
        case .title:
            """
            title subject headline reviewtitle
            tytul temat
            virsraksts temats nosaukums
            """
        case .text:
            // What stands last is of something else beside a text.
            """
            text body content review reviewtext comment message answer response feedback reviewbody
            reviewcontent commenttext messagetext fulltext
            tresc trescopinii tresckomentarza trescrecenzji trescwiadomosci opinia komentarz recenzja
            wiadomosc odpowiedz tresczgloszenia komentarzklienta twojaopinia twojkomentarz
            teksts saturs atsauksme atsauksmesteksts komentars zina atbilde jusuatsauksme
            jusukomentars yourreview yourcomment yourfeedback
            description opis apraksts opiszgloszenia comments uwagi piezimes
            """
        case .rating:
            """
            rating stars starrating reviewrating reviewstars
            ocena ocenaopinii gwiazdki liczbagwiazdek
            vertejums zvaigznes
            """
        case .nps:
            """
            nps npsscore npsrating npsanswer likelihoodtorecommend
            howlikelyisitthatyouwouldrecommendthiscompanytoafriendorcolleague
            ocenanps wyniknps sklonnoscdopolecenia
            npsvertejums npsatbilde
            """
        case .ces:
            """
            ces cesscore cesrating cesanswer customereffortscore customereffort effortscore
            thecompanymadeiteasyformetohandlemyissue
            ocenaces wynikces
            cesvertejums cesatbilde
            """
        case .author:
            """
            author authorname reviewer reviewername authordisplayname reviewerdisplayname
            consumername consumerusername consumerdisplayname fromname name username user
            displayname from sender customer requester
            autor autoropinii imieinazwisko nadawca uzytkownik klient
            autors sutitajs lietotajs klients vardsuzvards vards
            """
        case .published:
            """
            published publishedat date datetime created createdat createdtime createtime
            creationdate time timestamp ts sent submitted submittedat submitdate reviewdate
            reviewcreated createdutc reviewcreatedutc submitdateutc reviewsubmitdateandtime
            dateandtime datecreated dateadded datesubmitted dateposted posted postedat receivedat
            data datadodania dataopinii datapublikacji datawystawienia utworzono sygnaturaczasowa
            datazgloszenia datautworzenia datawiadomosci datawyslania datawpisu datakontaktu
            dataigodzina dodano wyslano
            datums laiks izveidots
            datumsunlaiks izveidosanasdatums pievienosanasdatums atsauksmesdatums pievienots
            """
        case .language:
            """
            language lang locale reviewlanguage reviewerlanguage
            jezyk
            valoda
            """
        case .source: "source feed channel platform zrodlo kanal avots kanals"
        }
    }
}
