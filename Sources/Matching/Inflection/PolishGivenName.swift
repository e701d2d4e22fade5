/// The given names by which a person's name is told from other names of several words.
///
/// "Anna Duda" declines in both words, "Huta Szkła" in the first alone, and no ending tells them apart.
/// Those in use in Poland, with the foreign ones that are met most; pet names too.
enum PolishGivenName {
    /// `nil` when the word is no given name that is known.
    static func gender(of word: String) -> GrammaticalGender? {
        let name = word.lowercased()
        if let gender = titles[name] { return gender }
        if masculine.contains(name) { return .masculine }
        return feminine.contains(name) ? .feminine : nil
    }

    /// Whether a word is no name, but stands before one and declines with it: `Babcia Zosia`.
    static func isTitle(_ word: String) -> Bool {
        titles[word.lowercased()] != nil
    }

    /// Whether a word may be the genitive of a man's name, which looks as an adjective does: `Michała`.
    static func isGenitiveOfMan(_ word: String) -> Bool {
        let name = word.lowercased()
        return name.hasSuffix("a") && masculine.contains(String(name.dropLast()))
    }

    // MARK: - Private

    private static let titles: [String: GrammaticalGender] = [
        "babcia": .feminine, "brat": .masculine, "ciocia": .feminine, "doktor": .masculine,
        "dziadek": .masculine, "hrabia": .masculine, "kapitan": .masculine, "król": .masculine,
        "królowa": .feminine, "książę": .masculine, "mama": .feminine, "matka": .feminine,
        "miś": .masculine, "mistrz": .masculine, "pan": .masculine, "pani": .feminine,
        "profesor": .masculine, "siostra": .feminine, "szef": .masculine, "wujek": .masculine,
    ]

    private static let masculine = names(
        """
        aaron achilles adam adolf adrian adriano alan albert alberto albin albrecht aleks
        aleksander aleksy alex alexander alexandre alfred alojzy amadeusz ambroży anatol andre
        andreas andrew andrij andrzej andy antek anthony antoni antonio apolinary apoloniusz
        arek ariel arkadij arkadiusz arnold aron artur august augustyn aureliusz barnaba bartek
        bartosz bartłomiej bazyli ben benedykt beniamin bernard bill bob bogdan bogumił bogusław
        bohdan bolek bolesław bonifacy boris borys brajan brian bronisław bruce bruno brunon
        błażej carl carlos cezary charles chris christian christopher cyprian cyryl czarek
        czesław damian dan daniel darek dariusz dave david dawid denis dezydery diego dionizy
        dmitrij dmytro dominik donald dorian eddie edek edmund edward edwin elias eligiusz elon
        emanuel emil emilian emmanuel erazm eric ernest eryk eugeniusz eustachy fabian feliks
        ferdynand filip florian francis franciszek franek franio frank fritz fryderyk gabriel
        gary gaweł george gerald gerard gerwazy gianni gienek gienio giovanni gordon gracjan
        grzegorz grzesiek grzesio gustaw günter hans harry heinrich hektor helmut heniek henio
        henri henry henryk herbert hieronim hilary hipolit hubert hugo ignacy igor ireneusz ivan
        iwan iwo izydor jacek jack jakub james jan janek janusz jarek jarema jarosław jasiek
        jasio jason jeff jeremi jeremiasz jerry jerzy jewhen jim joachim joe john jonasz jonatan
        jordan jorge jose josef joseph josh juan julian juliusz jurek jurgen jurij justyn józef
        józek józio jędrzej kacper kajetan kamil kanut karl karol kazik kazimierz kazio keith
        ken kevin klaudiusz klemens kleofas konrad konstanty kordian kornel kosma krystian
        krzysiek krzysio krzysztof ksawery kuba kubuś kurt lambert larry lars lech lechosław leo
        leon leonard leopold leszek lewis liam lolek longin luca lucek lucjan ludwik luigi luis
        luke maciej maciek makary maks maksym maksymilian manfred marcel marceli marcin marco
        marek marian mario mariusz mark martin mateusz matt maurycy max medard melchior michael
        michał mieczysław mieszko mietek miguel mike mikołaj mirek miron mirosław miłosz
        mohammed mychajło mykoła nataniel nick nikodem noah norbert olaf oleg olek oleksandr
        olgierd oliver oliwer oliwier onufry oscar oskar otto otton ołeksandr patrick patryk
        paul paweł pawło pedro peter petr petro philip piotr piotrek polikarp prokop przemek
        przemysław radek radosław rafał rajmund ralf ray remigiusz richard rick rob robert roch
        roger roland roman romek romuald roy rudolf ryan rysiek ryszard salomon sam samuel scott
        sebastian sergiej sergiusz serhij seweryn simon stanisław stasiek stasio staszek staś
        stefan stephen steve steven sykstus sylwester szczepan szymek szymon sławek sławomir
        tadek tadeusz taras ted teodor teofil thomas tim tobiasz todd tom tomasz tomek tony
        tycjan tymek tymon tymoteusz tytus vaclav viktor vladimir wacek wacław waldek waldemar
        walenty walerian walery walter wasyl wawrzyniec wiesiek wiesław wiktor wilhelm william
        wincenty wit witalij witek witold wojciech wojtek wolfgang wołodymyr władek władysław
        włodzimierz xawery zachariasz zachary zbigniew zbyszek zdzich zdzisław zenek zenon
        ziemowit zygfryd zygmunt łukasz żelisław
        """)

    private static let feminine = names(
        """
        ada adela adelajda adrianna agata agnieszka ala aldona aleksandra alexandra alfreda
        alicja alina amanda amelia anastazja anatolia andrea aneta angela angelika angelina ania
        aniela anita anja anna antonina antosia apolonia ariana arleta asia augustyna aurelia
        aurora balbina barbara basia baśka beata benedykta berenika bernadeta bernadetta bianka
        blanka bogna bogumiła bogusława bożena bożenka bronia bronisława brygida błażena camilla
        carla carmen cecylia celestyna celina charlotte chloe christina claudia czesława dagmara
        dagna danusia danuta daria delfina diana dobrawa dobrochna doda dominika dorota dorotka
        edyta ela elena eleonora elisabeth eliza elka elwira elżbieta emilia emily emma eryka
        estera eufemia eugenia eulalia eva ewa ewelina ewka fabiola fatima faustyna felicja
        felicyta filomena flora florentyna franciszka gabriela gabrysia gaja genowefa gertruda
        gizela gloria gosia grace gracja grażka grażyna halina halinka halyna hania hanka hanna
        hannah hela helen helena henryka hermina honorata hortensja ida iga ilona inga ingrid
        inka irena irma iryna isabella iwona iwonka iza izabela izolda jadwiga jadzia jagienka
        jagna jagoda jagódka jane janina jarosława jaśmina jennifer jessica joanna jola jolanta
        jolka jowita judyta julia julianna julie julija julita justyna józefa kaja kalina kamila
        karen karina karolina kasia katarzyna kate kateryna kazimiera kaśka kinga kira klara
        klaudia klementyna kleopatra konstancja kora kornelia krycha krysia krystyna kryśka
        ksenia kunegunda laila larysa laura lena leokadia lesia lidia lidka liliana lilianna
        lilla linda lisa liwia lucia lucy lucyna ludka ludmiła ludmyła ludwika luiza lukrecja
        madzia magda magdalena maja majka malina marcelina maria mariana marianna marie marika
        mariola marlena marta martyna mary maryla maryna marysia marzena matylda maya małgorzata
        małgosia megan melania melissa mia michalina michelle mieczysława mila milena mira
        miriam mirosława miłka monia monika nadia nadzieja natalia nataliia natalija natalka
        natasza nela nicole nikola nina noemi nora oksana oktawia ola oleksandra olena olga
        olimpia olivia oliwia olka otylia pamela patrycja paula paulina pelagia petra petronela
        pola rafaela rebeka regina renata rita roberta roksana roma romana romualda rozalia ruta
        ryszarda róża sabina salomea sandra sara sarah saszka scarlett scholastyka serafina
        sofia solomija sonia sophia sophie stanisława stasia stefania stefcia stella sulisława
        susan svitlana sylwestra sylwia tamara tatiana taylor tekla teodora teresa tereska
        tetiana tina tola tosia ula ursula urszula valentina vanessa victoria violetta wacława
        walentyna wanda wera weronika wiera wiesława wiktoria wilhelmina wiola wioletta wirginia
        wisława władysława zdzisia zdzisława zenobia zofia zoja zosia zuza zuzanna zuzia zuzka
        zyta łucja żaklina żaneta żanna
        """)

    private static func names(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
