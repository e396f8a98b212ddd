import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

/** In a list the tab key moves items: after Escape it leaves the text instead, as everywhere else, so that nobody is caught in a list. */
export const LeaveKeys = Extension.create({
  name: 'leaveKeys',
  addProseMirrorPlugins: () => {
    let isLeaving = false;
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            keydown: (_view, { key }) => {
              const leaves = isLeaving && key === 'Tab';
              // Shift is on its way to Shift and Tab.
              isLeaving = key === 'Escape' || (isLeaving && key === 'Shift');
              // The editor does nothing more with it: the browser moves on.
              return leaves;
            },
            blur: () => {
              isLeaving = false;
              return false;
            },
          },
        },
      }),
    ];
  },
});
