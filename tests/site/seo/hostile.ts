/** What could end or start a script element, or break a line of JavaScript, if it were not escaped. */
export const hostile =
  '</script ><img src=x onerror=attack()></script\t></SCRIPT/><!--<script>\u2028\u2029]]>&lt;&amp;"\'\\'
