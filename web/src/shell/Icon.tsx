// The few line icons of the pages, drawn on a 16 px grid. Decoration: the words beside them say the same.
const paths = {
  up: "M4 10l4-4 4 4",
  down: "M4 6l4 4 4-4",
  download: "M8 2.5v7M5 7l3 3 3-3M3 13h10",
  upload: "M8 10.500v-7M5 6l3-3 3 3M3 13h10",
  link: "M6.8 9.2l2.4-2.4M7.5 4.8l1.2-1.2a2.6 2.6 0 013.7 3.7l-1.2 1.2M8.5 11.2l-1.2 1.2a2.6 2.6 0 01-3.7-3.7l1.2-1.2",
  moon: "M13 9.500A5.500 5.500 0 016.500 3 5.500 5.500 0 1013 9.500z",
  sun: "M8 5.200a2.800 2.800 0 100 5.600 2.800 2.800 0 000-5.600zM8 1.200v1.600M8 13.200v1.600M1.200 8h1.600M13.200 8h1.600M3.200 3.200l1.100 1.100M11.700 11.700l1.100 1.100M3.200 12.800l1.100-1.100M11.700 4.300l1.100-1.100",
  menu: "M2.500 4.500h11M2.500 8h11M2.500 11.500h11",
  filter: "M2.500 4h11M4.500 8h7M6.500 12h3",
  close: "M4 4l8 8M12 4l-8 8",
  pin: "M6 2.5h4M6.6 2.5v4L4.5 9v1h7V9L9.4 6.500v-4M8 10v3.500",
  warning: "M8 2.500l6 11H2zM8 6.500v3.500M8 11.800v.4",
  person: "M8 8.500a3 3 0 100-6 3 3 0 000 6zM2.500 14a5.500 5.500 0 0111 0",
  tick: "M3.500 8.500l3 3 6-7",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}

export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 20 20" aria-hidden="true">
      <path d="M1.500 15.500h17" />
      <path d="M5 15.500a5 5 0 0110 0" />
      <path d="M10 7V4M4.300 9.800L2.200 7.700M15.700 9.800l2.100-2.100" />
    </svg>
  );
}
