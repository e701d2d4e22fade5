import Foundation

/// The names of months and days in the languages of Europe's feeds, as publishers write them: in
/// full, cut short, and in the cases that a date puts them in.
enum DateNames {
    /// 1 … 12 for a word in lower case, without a full stop.
    ///
    /// Diacritics may be missing: "wrzesnia", "janvaris".
    static func month(_ word: String) -> Int? {
        months[word] ?? plainMonths[word]
    }

    static func isWeekday(_ word: String) -> Bool { weekdays.contains(word) }

    /// Words that stand in dates and say nothing: "of", "at", "godz." and the like.
    static func isFiller(_ word: String) -> Bool { fillers.contains(word) }

    // MARK: - Private

    /// Twelve lines a language, each with all forms of one month.
    private static let months: [String: Int] = {
        var months: [String: Int] = [:]
        for (index, line) in monthLines.enumerated() {
            for word in line.split(separator: " ") { months[String(word)] = index % 12 + 1 }
        }
        return months
    }()

    /// The same without diacritics, but for those that could be another month's.
    private static let plainMonths =
        Dictionary(grouping: months) { withoutDiacritics($0.key) }
        .compactMapValues { same in
            Set(same.map(\.value)).count == 1 ? same.first?.value : nil
        }

    private static func withoutDiacritics(_ word: String) -> String {
        word.folding(options: .diacriticInsensitive, locale: nil)
            .replacingOccurrences(of: "ł", with: "l")
    }

    private static let monthLines: [Substring] = """
        january jan
        february feb
        march mar
        april apr
        may
        june jun
        july jul
        august aug
        september sept sep
        october oct
        november nov
        december dec
        styczeń stycznia styczniu sty stycz
        luty lutego lutym lut
        marzec marca marcu marz
        kwiecień kwietnia kwietniu kwi kwie kwiet
        maj maja maju
        czerwiec czerwca czerwcu cze czer czerw
        lipiec lipca lipcu lip
        sierpień sierpnia sierpniu sie sier sierp
        wrzesień września wrześniu wrz wrze wrześ
        październik października październiku paź paz paźdz
        listopad listopada listopadzie lis list listop
        grudzień grudnia grudniu gru grud grudz
        janvāris janvāra janvārī janv
        februāris februāra februārī febr
        marts marta martā
        aprīlis aprīļa aprīlī
        maijs maija maijā mai
        jūnijs jūnija jūnijā jūn
        jūlijs jūlija jūlijā jūl
        augusts augusta augustā
        septembris septembra septembrī
        oktobris oktobra oktobrī okt
        novembris novembra novembrī
        decembris decembra decembrī dec
        januar jänner jän
        februar
        märz mär mrz
        april
        mai
        juni
        juli
        august
        september
        oktober
        november
        dezember dez
        janvier
        février fév févr
        mars
        avril avr
        mai
        juin
        juillet juil
        août
        septembre
        octobre
        novembre
        décembre déc
        enero ene gennaio gen
        febrero febbraio
        marzo
        abril abr aprile
        mayo maggio mag
        junio giugno giu
        julio luglio lug
        agosto ago
        septiembre settembre set
        octubre ottobre ott
        noviembre
        diciembre dic dicembre
        leden ledna led sausio saus jaanuar jaanuari jaanuaril jaan sausis
        únor února úno vasario vas veebruar veebruari veebruaril veebr vasaris
        březen března bře kovo märts märtsi märtsil kovas kov
        duben dubna dub balandžio bal aprill aprilli aprillil balandis
        květen května kvě gegužės geg gegužė
        červen června čvn birželio birž juuni juunil birželis
        červenec července čvc liepos liep juuli juulil liepa
        srpen srpna srp rugpjūčio rugp rugpjūtis augustil
        září zář rugsėjo rugs rugsėjis septembri septembril
        říjen října říj spalio spal oktoober oktoobri oktoobril spalis
        listopadu lapkričio lapkr lapkritis novembri novembril
        prosinec prosince pro gruodžio gruod detsember detsembri detsembril dets gruodis
        январь января янв січень січня януари січ
        февраль февраля февр фев лютий лютого февруари лют
        март марта березень березня мар бер
        апрель апреля апр квітень квітня квіт април кві
        май мая травень травня тра трав
        июнь июня июн червень червня юни чер черв
        июль июля июл липень липня юли лип
        август августа авг серпень серпня сер серп
        сентябрь сентября сент вересень вересня септември сеп сен вер
        октябрь октября окт жовтень жовтня жовт октомври жов
        ноябрь ноября нояб ноя листопада ноември лис лист
        декабрь декабря дек грудень грудня декември гру груд
        januari tammikuu tammikuuta tammi
        februari helmikuu helmikuuta helmi
        maart mrt maaliskuu maaliskuuta maalis
        huhtikuu huhtikuuta huhti
        maj mei toukokuu toukokuuta touko
        kesäkuu kesäkuuta kesä
        heinäkuu heinäkuuta heinä
        augustus augusti elokuu elokuuta elo
        syyskuu syyskuuta syys
        lokakuu lokakuuta loka
        marraskuu marraskuuta marras
        desember joulukuu joulukuuta joulu
        janeiro január januára ianuarie ιανουάριος ιανουαρίου ιαν
        fevereiro fev február februára februarie φεβρουάριος φεβρουαρίου φεβ
        março marec március márc martie μάρτιος μαρτίου μαρ
        apríl apríla április ápr aprilie απρίλιος απριλίου απρ
        maio máj mája május máj maiu μάιος μαΐου μαι
        junho jún júna június iunie ιούνιος ιουνίου ιούν
        julho júl júla július iulie ιούλιος ιουλίου ιούλ
        augusztus aug αύγουστος αυγούστου αύγ
        setembro szeptember szept septembrie σεπτέμβριος σεπτεμβρίου σεπ
        outubro október október októbra octombrie οκτώβριος οκτωβρίου οκτ
        novembro noiembrie νοέμβριος νοεμβρίου νοέ
        dezembro decembrie δεκέμβριος δεκεμβρίου δεκ
        """.split(separator: "\n")

    private static let weekdays = set(
        """
        monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat
        sunday sun
        poniedziałek pon pn wtorek wt wto środa śr śro czwartek czw cz piątek pt pią sobota sob sb
        niedziela niedz nie nd ndz
        pirmdiena pirmd otrdiena otrd trešdiena trešd ceturtdiena ceturtd piektdiena piektd sestdiena
        sestd svētdiena svētd pr ot tr ce pk se sv c s
        montag dienstag mittwoch donnerstag freitag samstag sonntag mo di mi do fr sa so
        środę niedzielę sobotę czwartku piątku
        pirmdien otrdien trešdien ceturtdien piektdien sestdien svētdien
        pirmadienis antradienis trečiadienis ketvirtadienis penktadienis šeštadienis sekmadienis
        pirmadienį antradienį trečiadienį ketvirtadienį penktadienį šeštadienį sekmadienį
        pondělí úterý čtvrtek pátek sobota neděle po út st čt pá so ne pondelok utorok streda štvrtok
        piatok nedeľa esmaspäev teisipäev kolmapäev neljapäev reede laupäev pühapäev
        lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim
        lunes martes miércoles jueves viernes sábado domingo mié jue vie sáb dom
        понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс
        среду пятницу субботу пнд втр срд чтв птн сбт вск четвер п'ятниця
        понеділок вівторок середа п’ятниця субота неділя нд
        maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
        måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag
        maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai
        δευ τρί τετ πέμ παρ σάβ κυρ hétfő kedd szerda csütörtök péntek szombat vasárnap
        """)

    private static let fillers = set(
        """
        of at on the o w we godz godzina godzinie dnia dn r roku rok gada gads g plkst plks pl pulksten um \
        uhr den le à de del alle kl klo metų mėn m d v ve dne h val kell date года г р в о kello às
        """)

    private static func set(_ words: String) -> Set<String> {
        Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
