/** What could end a script element, begin one, or break a line of JavaScript, if it came through as it is. */
export const hostile =
  '</script ><img src=x onerror=attack()></script\t></SCRIPT/><!--<script>\u2028\u2029]]>&lt;&amp;"\'\\'
