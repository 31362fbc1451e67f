/** Parses pairs of a TeX command and the character that it draws. */
const toTable = (pairs: string) => {
  const words = pairs.trim().split(/\s+/)
  return new Map(words.flatMap((name, index) => (index % 2 === 0 ? [[name, words[index + 1] as string] as const] : [])))
}

/** Letters and signs that stand by themselves. */
export const signs = toTable(`
  alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν
  xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω
  Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
  infty ∞ partial ∂ nabla ∇ hbar ℏ ell ℓ Re ℜ Im ℑ aleph ℵ beth ℶ wp ℘ emptyset ∅ varnothing ∅ forall ∀ exists ∃
  nexists ∄ neg ¬ lnot ¬ angle ∠ triangle △ square □ Box □ blacksquare ■ degree ° circ ° prime ′ dagger † ddagger ‡ star ⋆
  sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ oiint ∯ oiiint ∰ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂ bigvee ⋁ bigwedge ⋀
  dots … ldots … cdots … dotsc … dotsb … vdots ⋮ ddots ⋱ top ⊤ bot ⊥ langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈
  rceil ⌉ lvert | rvert | vert | lVert ‖ rVert ‖ Vert ‖ lbrace { rbrace } lbrack [ rbrack ] backslash \\ complement ∁
  imath ı jmath ȷ aa å AA Å ae æ AE Æ o ø O Ø oe œ OE Œ ss ß copyright © pounds £ euro € checkmark ✓ surd √ S § P ¶
  N ℕ R ℝ Z ℤ Q ℚ C ℂ colon : lgroup ( rgroup ) Diamond ◇ heartsuit ♥ spadesuit ♠ clubsuit ♣ diamondsuit ♦ flat ♭ sharp ♯
  natural ♮ underscore _ textbackslash \\ textasciitilde ~ textasciicircum ^ textdegree ° textmu µ mho ℧ eth ð digamma ϝ
`)

/** Operators, relations and arrows, which have a space on either side between operands. */
export const operators = toTable(`
  times × cdot · div ÷ pm ± mp ∓ ast ∗ bullet • oplus ⊕ ominus ⊖ otimes ⊗ odot ⊙ cup ∪ cap ∩ setminus ∖ wedge ∧ land ∧
  vee ∨ lor ∨ sqcup ⊔ sqcap ⊓ uplus ⊎ wr ≀ diamond ⋄ le ≤ leq ≤ leqslant ≤ ge ≥ geq ≥ geqslant ≥ ll ≪ gg ≫ ne ≠ neq ≠ lt <
  gt > approx ≈ approxeq ≊ equiv ≡ sim ∼ simeq ≃ cong ≅ propto ∝ doteq ≐ triangleq ≜ coloneqq ≔ prec ≺ succ ≻ preceq ≼
  succeq ≽ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ subsetneq ⊊ supset ⊃ supseteq ⊇ nsubseteq ⊈ mid | nmid ∤ parallel ∥ perp ⊥
  vdash ⊢ models ⊨ vDash ⊨ therefore ∴ because ∵ to → rightarrow → longrightarrow ⟶ Rightarrow ⇒ Longrightarrow ⟹ implies ⟹
  leftarrow ← gets ← longleftarrow ⟵ Leftarrow ⇐ leftrightarrow ↔ Leftrightarrow ⇔ iff ⟺ Longleftrightarrow ⟺ mapsto ↦
  longmapsto ⟼ rightleftharpoons ⇌ leftrightharpoons ⇋ rightharpoonup ⇀ leftharpoonup ↼ hookrightarrow ↪ uparrow ↑
  downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ leadsto ⇝ rightsquigarrow ⇝
  nless ≮ ngtr ≯ nleq ≰ ngeq ≱ lesssim ≲ gtrsim ≳ asymp ≍ bowtie ⋈ dashv ⊣ smile ⌣ frown ⌢ trianglelefteq ⊴ ltimes ⋉ rtimes ⋊
  nrightarrow ↛ nRightarrow ⇏ nleftarrow ↚ nparallel ∦ nsim ≁ ncong ≇ twoheadrightarrow ↠ circlearrowleft ↺ longleftrightarrow ⟷
`)

/** Functions whose names are written as words. */
export const functions = new Set(
  `arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln log max min Pr
   sec sin sinh sup tan tanh argmax argmin sgn tr mod bmod`.split(/\s+/),
)

/** Marks above a letter, as combining characters. */
export const accents = toTable(`
  vec \u20d7 overrightarrow \u20d7 hat \u0302 widehat \u0302 bar \u0304 overline \u0305 dot \u0307 ddot \u0308 tilde \u0303 widetilde \u0303
  check \u030c breve \u0306 acute \u0301 grave \u0300 mathring \u030a underline \u0332
`)

/** Commands whose first argument is a text, with its spaces. */
export const textCommand =
  /^(?:text(?:bf|it|rm|sf|tt|up|md|sc|sl|normal)?|mbox|hbox|fbox|mathrm|operatorname\*?|mathsf|mathtt|mathit|mathbf)$/
/** Commands that change how what follows looks, not what it says. */
export const silentCommand =
  /^(?:left|right|middle|[bB]igg?[lrm]?|displaystyle|textstyle|scriptstyle|scriptscriptstyle|limits|nolimits|nonumber|notag|hline|centering|rm|bf|it|sf|tt|cal|boldmath|tiny|small|large|Large|huge|normalsize|allowbreak|noindent|relax|mathstrut|strut|protect|boldsymbol|bm|pmb|bold|math(?:cal|scr|frak|normal|bin|rel|ord|op|open|close|inner|punct))$/
/** Commands whose first argument is not content, such as a colour or a length. */
export const settingCommand =
  /^(?:textcolor|colorbox|color|hspace\*?|vspace\*?|label|phantom|hphantom|vphantom|rule|kern|class|htmlId|ref|eqref|require)$/

const raised = toTable(`
  0 ⁰ 1 ¹ 2 ² 3 ³ 4 ⁴ 5 ⁵ 6 ⁶ 7 ⁷ 8 ⁸ 9 ⁹ + ⁺ - ⁻ − ⁻ = ⁼ ( ⁽ ) ⁾ a ᵃ b ᵇ c ᶜ d ᵈ e ᵉ f ᶠ g ᵍ h ʰ i ⁱ j ʲ k ᵏ l ˡ m ᵐ n ⁿ
  o ᵒ p ᵖ r ʳ s ˢ t ᵗ u ᵘ v ᵛ w ʷ x ˣ y ʸ z ᶻ A ᴬ B ᴮ D ᴰ E ᴱ G ᴳ H ᴴ I ᴵ J ᴶ K ᴷ L ᴸ M ᴹ N ᴺ O ᴼ P ᴾ R ᴿ T ᵀ U ᵁ V ⱽ W ᵂ
  α ᵅ β ᵝ γ ᵞ δ ᵟ θ ᶿ ι ᶥ φ ᵠ χ ᵡ ′ ′ ° ° * * † † , ,
`)
const lowered = toTable(`
  0 ₀ 1 ₁ 2 ₂ 3 ₃ 4 ₄ 5 ₅ 6 ₆ 7 ₇ 8 ₈ 9 ₉ + ₊ - ₋ − ₋ = ₌ ( ₍ ) ₎ a ₐ e ₑ h ₕ i ᵢ j ⱼ k ₖ l ₗ m ₘ n ₙ o ₒ p ₚ r ᵣ s ₛ t ₜ
  u ᵤ v ᵥ x ₓ β ᵦ γ ᵧ ρ ᵨ φ ᵩ χ ᵪ , ,
`)

const convert = (text: string, table: ReadonlyMap<string, string>): string | undefined => {
  let out = ''
  for (const char of text.replace(/\s+/g, '')) {
    const other = table.get(char)
    if (other === undefined) return undefined
    out += other
  }
  return out
}

/** A text in superscript characters; undefined if one of its characters has no such form. */
export const toRaised = (text: string) => convert(text, raised)

/** A text in subscript characters; undefined if one of its characters has no such form. */
export const toLowered = (text: string) => convert(text, lowered)

const doubleStruck: Record<string, string> = { C: 'ℂ', H: 'ℍ', N: 'ℕ', P: 'ℙ', Q: 'ℚ', R: 'ℝ', Z: 'ℤ' }

/** Blackboard bold for the capital letters of number sets; all other characters stay as they are. */
export const toDoubleStruck = (text: string) => text.replace(/[CHNPQRZ]/g, (letter) => doubleStruck[letter] as string)
