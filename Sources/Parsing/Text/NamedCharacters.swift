/// The characters that HTML gives names to (HTML Standard §13.5), as far as feeds use them: the 252 of
/// HTML 4, and all of HTML 5's Latin and Cyrillic letters, punctuation, currencies, arrows, symbols.
///
/// XML knows five of them. libxml2 has only those of HTML 4, so `&lstrok;` (ł) would be lost.
enum NamedCharacters {
    /// The character called `name`, which is written without `&` and `;` and is case-sensitive.
    static func scalar(named name: ShortName) -> Unicode.Scalar? {
        table[name]
    }

    /// Whether HTML reads the name even where its `;` is missing, as in `&nbsp` and `&copy 2026`.
    static func isReadWithoutSemicolon(_ name: ShortName) -> Bool {
        unterminated[name] != nil
    }

    /// What HTML takes a numeric reference in 128 … 159 for: its place in windows-1252, since nobody
    /// means the control character there (HTML Standard §13.2.5.80).
    ///
    /// Software that took windows-1252 for ISO 8859-1 leaves the character itself.
    static func scalar(windows1252 code: UInt32) -> Unicode.Scalar? {
        guard (0x80...0x9F).contains(code) else { return nil }
        let scalar = SingleByteTable.windows1252[Int(code - 0x80)]
        return scalar == "\u{FFFD}" ? nil : scalar
    }

    // MARK: - Private

    private static let table = ShortNameTable(
        source.split(whereSeparator: \.isWhitespace).map { line in
            let halves = line.split(separator: "=")
            guard halves.count == 2, let code = UInt32(halves[1], radix: 16),
                let scalar = Unicode.Scalar(code)
            else { preconditionFailure("'\(line)' is not name=code") }
            return (ShortName(halves[0]), scalar)
        })

    private static let unterminated = ShortNameTable(
        unterminatedSource.split(whereSeparator: \.isWhitespace).map { (ShortName($0), ()) })

    private static let unterminatedSource = """
        AElig AMP Aacute Acirc Agrave Aring Atilde Auml COPY Ccedil ETH Eacute Ecirc
        Egrave Euml GT Iacute Icirc Igrave Iuml LT Ntilde Oacute Ocirc Ograve Oslash
        Otilde Ouml QUOT REG THORN Uacute Ucirc Ugrave Uuml Yacute aacute acirc acute
        aelig agrave amp aring atilde auml brvbar ccedil cedil cent copy curren deg
        divide eacute ecirc egrave eth euml frac12 frac14 frac34 gt iacute icirc iexcl
        igrave iquest iuml laquo lt macr micro middot nbsp not ntilde oacute ocirc
        ograve ordf ordm oslash otilde ouml para plusmn pound quot raquo reg sect shy
        sup1 sup2 sup3 szlig thorn times uacute ucirc ugrave uml uuml yacute yen yuml
        """

    private static let source = """
        Aacute=C1 aacute=E1 Abreve=102 abreve=103 Acirc=C2 acirc=E2 acute=B4 Acy=410
        acy=430 AElig=C6 aelig=E6 af=2061 Agrave=C0 agrave=E0 alefsym=2135 aleph=2135
        Alpha=391 alpha=3B1 Amacr=100 amacr=101 AMP=26 amp=26 and=2227 ang=2220 angst=C5
        Aogon=104 aogon=105 apos=27 ApplyFunction=2061 Aring=C5 aring=E5 ast=2A
        asymp=2248 Atilde=C3 atilde=E3 Auml=C4 auml=E4 backprime=2035 Bcy=411 bcy=431
        bdquo=201E bernou=212C Bernoullis=212C Beta=392 beta=3B2 beth=2136 bigstar=2605
        bprime=2035 Breve=2D8 breve=2D8 brvbar=A6 Bscr=212C bsemi=204F bsol=5C bull=2022
        bullet=2022 Cacute=106 cacute=107 cap=2229 caret=2041 caron=2C7 Cayleys=212D
        Ccaron=10C ccaron=10D Ccedil=C7 ccedil=E7 Ccirc=108 ccirc=109 Cdot=10A cdot=10B
        cedil=B8 Cedilla=B8 cent=A2 CenterDot=B7 centerdot=B7 Cfr=212D CHcy=427 chcy=447
        Chi=3A7 chi=3C7 circ=2C6 circledR=AE clubs=2663 clubsuit=2663 colon=3A comma=2C
        commat=40 complexes=2102 cong=2245 Copf=2102 COPY=A9 copy=A9 copysr=2117
        crarr=21B5 cularr=21B6 cup=222A curarr=21B7 curren=A4 curvearrowleft=21B6
        Dagger=2021 dagger=2020 daleth=2138 Darr=21A1 dArr=21D3 darr=2193 dash=2010
        dblac=2DD Dcaron=10E dcaron=10F Dcy=414 dcy=434 DD=2145 dd=2146 ddagger=2021
        ddarr=21CA deg=B0 Delta=394 delta=3B4 dharl=21C3 dharr=21C2 DiacriticalDot=2D9
        diamondsuit=2666 diams=2666 die=A8 DifferentialD=2146 div=F7 divide=F7 DJcy=402
        djcy=452 dollar=24 Dot=A8 dot=2D9 DoubleDot=A8 DoubleUpArrow=21D1 DownArrow=2193
        Downarrow=21D3 downarrow=2193 DownBreve=311 downdownarrows=21CA
        DownLeftVector=21BD DownTeeArrow=21A7 DScy=405 dscy=455 Dstrok=110 dstrok=111
        duarr=21F5 DZcy=40F dzcy=45F Eacute=C9 eacute=E9 Ecaron=11A ecaron=11B Ecirc=CA
        ecirc=EA Ecy=42D ecy=44D Edot=116 edot=117 ee=2147 Egrave=C8 egrave=E8 ell=2113
        Emacr=112 emacr=113 empty=2205 emsp=2003 emsp13=2004 emsp14=2005 ENG=14A eng=14B
        ensp=2002 Eogon=118 eogon=119 Epsilon=395 epsilon=3B5 equals=3D Equilibrium=21CC
        equiv=2261 Escr=2130 escr=212F Eta=397 eta=3B7 ETH=D0 eth=F0 Euml=CB euml=EB
        euro=20AC excl=21 exist=2203 expectation=2130 ExponentialE=2147
        exponentiale=2147 Fcy=424 fcy=444 female=2640 flat=266D fnof=192 forall=2200
        Fouriertrf=2131 frac12=BD frac13=2153 frac14=BC frac15=2155 frac16=2159
        frac18=215B frac23=2154 frac25=2156 frac34=BE frac35=2157 frac38=215C
        frac45=2158 frac56=215A frac58=215D frac78=215E frasl=2044 Fscr=2131 gacute=1F5
        Gamma=393 gamma=3B3 Gbreve=11E gbreve=11F Gcedil=122 Gcirc=11C gcirc=11D Gcy=413
        gcy=433 Gdot=120 gdot=121 ge=2265 gimel=2137 GJcy=403 gjcy=453 grave=60
        gscr=210A GT=3E gt=3E Hacek=2C7 hairsp=200A half=BD hamilt=210B HARDcy=42A
        hardcy=44A hArr=21D4 harr=2194 harrw=21AD Hat=5E hbar=210F Hcirc=124 hcirc=125
        hearts=2665 heartsuit=2665 hellip=2026 Hfr=210C HilbertSpace=210B hoarr=21FF
        hookleftarrow=21A9 hookrightarrow=21AA Hopf=210D horbar=2015 Hscr=210B
        hslash=210F Hstrok=126 hstrok=127 hybull=2043 hyphen=2010 Iacute=CD iacute=ED
        ic=2063 Icirc=CE icirc=EE Icy=418 icy=438 Idot=130 IEcy=415 iecy=435 iexcl=A1
        iff=21D4 Ifr=2111 Igrave=CC igrave=EC ii=2148 iiota=2129 IJlig=132 ijlig=133
        Im=2111 Imacr=12A imacr=12B image=2111 ImaginaryI=2148 imagline=2110
        imagpart=2111 imath=131 imped=1B5 Implies=21D2 incare=2105 infin=221E inodot=131
        int=222B integers=2124 InvisibleComma=2063 InvisibleTimes=2062 IOcy=401 iocy=451
        Iogon=12E iogon=12F Iota=399 iota=3B9 iquest=BF Iscr=2110 isin=2208 it=2062
        Itilde=128 itilde=129 Iukcy=406 iukcy=456 Iuml=CF iuml=EF Jcirc=134 jcirc=135
        Jcy=419 jcy=439 jmath=237 Jsercy=408 jsercy=458 Jukcy=404 jukcy=454 Kappa=39A
        kappa=3BA Kcedil=136 kcedil=137 Kcy=41A kcy=43A kgreen=138 KHcy=425 khcy=445
        KJcy=40C kjcy=45C lAarr=21DA Lacute=139 lacute=13A lagran=2112 Lambda=39B
        lambda=3BB lang=27E8 Laplacetrf=2112 laquo=AB Larr=219E lArr=21D0 larr=2190
        larrb=21E4 larrhk=21A9 larrlp=21AB larrtl=21A2 lbrace=7B lbrack=5B Lcaron=13D
        lcaron=13E Lcedil=13B lcedil=13C lceil=2308 lcub=7B Lcy=41B lcy=43B ldquo=201C
        ldquor=201E ldsh=21B2 le=2264 LeftArrow=2190 Leftarrow=21D0 leftarrow=2190
        LeftArrowBar=21E4 leftarrowtail=21A2 LeftDownVector=21C3 leftharpoonup=21BC
        leftleftarrows=21C7 LeftRightArrow=2194 Leftrightarrow=21D4 leftrightarrow=2194
        LeftTeeArrow=21A4 LeftUpVector=21BF LeftVector=21BC lfloor=230A lhard=21BD
        lharu=21BC LJcy=409 ljcy=459 llarr=21C7 Lleftarrow=21DA Lmidot=13F lmidot=140
        loarr=21FD looparrowleft=21AB looparrowright=21AC lowast=2217 lowbar=5F
        LowerLeftArrow=2199 loz=25CA lpar=28 lrarr=21C6 lrhar=21CB lrm=200E lsaquo=2039
        Lscr=2112 Lsh=21B0 lsh=21B0 lsqb=5B lsquo=2018 lsquor=201A Lstrok=141 lstrok=142
        LT=3C lt=3C macr=AF male=2642 map=21A6 mapsto=21A6 mapstodown=21A7
        mapstoleft=21A4 mapstoup=21A5 Mcy=41C mcy=43C mdash=2014 MediumSpace=205F
        Mellintrf=2133 mho=2127 micro=B5 midast=2A middot=B7 minus=2212 mldr=2026
        Mscr=2133 Mu=39C mu=3BC nabla=2207 Nacute=143 nacute=144 napos=149 natur=266E
        natural=266E naturals=2115 nbsp=A0 Ncaron=147 ncaron=148 Ncedil=145 ncedil=146
        Ncy=41D ncy=43D ndash=2013 ne=2260 neArr=21D7 nearr=2197 nearrow=2197 NewLine=A
        nhArr=21CE nharr=21AE ni=220B NJcy=40A njcy=45A nlArr=21CD nlarr=219A nldr=2025
        nLeftarrow=21CD nleftarrow=219A NoBreak=2060 Nopf=2115 not=AC notin=2209
        nrArr=21CF nrarr=219B nRightarrow=21CF nrightarrow=219B nsub=2284 Ntilde=D1
        ntilde=F1 Nu=39D nu=3BD num=23 numero=2116 numsp=2007 nwArr=21D6 nwarr=2196
        nwarrow=2196 Oacute=D3 oacute=F3 Ocirc=D4 ocirc=F4 Ocy=41E ocy=43E Odblac=150
        odblac=151 OElig=152 oelig=153 ogon=2DB Ograve=D2 ograve=F2 olarr=21BA
        oline=203E Omacr=14C omacr=14D Omega=3A9 omega=3C9 Omicron=39F omicron=3BF
        OpenCurlyQuote=2018 oplus=2295 or=2228 orarr=21BB order=2134 orderof=2134
        ordf=AA ordm=BA oscr=2134 Oslash=D8 oslash=F8 Otilde=D5 otilde=F5 otimes=2297
        Ouml=D6 ouml=F6 OverBar=203E para=B6 part=2202 Pcy=41F pcy=43F percnt=25
        period=2E permil=2030 perp=22A5 pertenk=2031 Phi=3A6 phi=3C6 phmmat=2133
        phone=260E Pi=3A0 pi=3C0 piv=3D6 planck=210F planckh=210E plankv=210F plus=2B
        PlusMinus=B1 plusmn=B1 pm=B1 Poincareplane=210C Popf=2119 pound=A3 Prime=2033
        prime=2032 primes=2119 prod=220F prop=221D Psi=3A8 psi=3C8 puncsp=2008 Qopf=211A
        qprime=2057 quaternions=210D quest=3F QUOT=22 quot=22 rAarr=21DB Racute=154
        racute=155 radic=221A rang=27E9 raquo=BB Rarr=21A0 rArr=21D2 rarr=2192
        rarrb=21E5 rarrhk=21AA rarrlp=21AC rarrtl=21A3 rarrw=219D rationals=211A
        rbrace=7D rbrack=5D Rcaron=158 rcaron=159 Rcedil=156 rcedil=157 rceil=2309
        rcub=7D Rcy=420 rcy=440 rdquo=201D rdquor=201D rdsh=21B3 Re=211C real=211C
        realine=211B realpart=211C reals=211D REG=AE reg=AE rfloor=230B Rfr=211C
        rhard=21C1 rharu=21C0 Rho=3A1 rho=3C1 RightArrow=2192 Rightarrow=21D2
        rightarrow=2192 RightArrowBar=21E5 rightarrowtail=21A3 rightharpoonup=21C0
        RightTeeArrow=21A6 RightUpVector=21BE RightVector=21C0 ring=2DA rlarr=21C4
        rlhar=21CC rlm=200F roarr=21FE Ropf=211D rpar=29 rrarr=21C9 Rrightarrow=21DB
        rsaquo=203A Rscr=211B Rsh=21B1 rsh=21B1 rsqb=5D rsquo=2019 rsquor=2019 rx=211E
        Sacute=15A sacute=15B sbquo=201A Scaron=160 scaron=161 Scedil=15E scedil=15F
        Scirc=15C scirc=15D Scy=421 scy=441 sdot=22C5 seArr=21D8 searr=2198 searrow=2198
        sect=A7 semi=3B sharp=266F SHCHcy=429 shchcy=449 SHcy=428 shcy=448
        ShortDownArrow=2193 ShortLeftArrow=2190 ShortUpArrow=2191 shy=AD Sigma=3A3
        sigma=3C3 sigmaf=3C2 sim=223C slarr=2190 SOFTcy=42C softcy=44C sol=2F
        spades=2660 spadesuit=2660 srarr=2192 star=2606 starf=2605 strns=AF sub=2282
        sube=2286 sum=2211 sung=266A sup=2283 sup1=B9 sup2=B2 sup3=B3 supe=2287
        swArr=21D9 swarr=2199 swarrow=2199 szlig=DF Tab=9 Tau=3A4 tau=3C4 Tcaron=164
        tcaron=165 Tcedil=162 tcedil=163 Tcy=422 tcy=442 there4=2234 Theta=398 theta=3B8
        thetasym=3D1 thinsp=2009 ThinSpace=2009 THORN=DE thorn=FE tilde=2DC times=D7
        tprime=2034 TRADE=2122 trade=2122 TScy=426 tscy=446 TSHcy=40B tshcy=45B
        Tstrok=166 tstrok=167 Uacute=DA uacute=FA Uarr=219F uArr=21D1 uarr=2191
        Ubrcy=40E ubrcy=45E Ubreve=16C ubreve=16D Ucirc=DB ucirc=FB Ucy=423 ucy=443
        udarr=21C5 Udblac=170 udblac=171 Ugrave=D9 ugrave=F9 uharl=21BF uharr=21BE
        Umacr=16A umacr=16B uml=A8 UnderBar=5F Uogon=172 uogon=173 UpArrow=2191
        Uparrow=21D1 uparrow=2191 UpDownArrow=2195 Updownarrow=21D5 updownarrow=2195
        upharpoonleft=21BF upharpoonright=21BE UpperLeftArrow=2196 upsih=3D2 Upsilon=3A5
        upsilon=3C5 UpTeeArrow=21A5 upuparrows=21C8 Uring=16E uring=16F Utilde=168
        utilde=169 uuarr=21C8 Uuml=DC uuml=FC vArr=21D5 varr=2195 Vcy=412 vcy=432
        Verbar=2016 verbar=7C Vert=2016 vert=7C VerticalLine=7C VeryThinSpace=200A
        Wcirc=174 wcirc=175 weierp=2118 wp=2118 Xi=39E xi=3BE Yacute=DD yacute=FD
        YAcy=42F yacy=44F Ycirc=176 ycirc=177 Ycy=42B ycy=44B yen=A5 YIcy=407 yicy=457
        YUcy=42E yucy=44E Yuml=178 yuml=FF Zacute=179 zacute=17A Zcaron=17D zcaron=17E
        Zcy=417 zcy=437 Zdot=17B zdot=17C zeetrf=2128 ZeroWidthSpace=200B Zeta=396
        zeta=3B6 Zfr=2128 ZHcy=416 zhcy=436 zigrarr=21DD Zopf=2124 zwj=200D zwnj=200C
        """
}
