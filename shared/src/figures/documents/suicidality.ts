/** The question of the figure of the suicidality item, whole and plain, so that tools can read it as it stands. */
export const suicidalityDocument = /* GraphQL */ `
  query SuicidalityFigure($release: ID!, $where: CohortInput, $outcome: OutcomeInput!, $by: Dimension) {
    cohort(release: $release, where: $where) {
      sentence
      patients {
        value
        hidden
      }
      notApplied {
        dimension
        sentence
      }
      release {
        id
        number
        publishedOn
        checksum
        dataset {
          name
          title
          kind
          licence
          citation
        }
      }
      disclosure {
        profile
        smallestCount
        roundedTo
        sentence
      }
      suicidality(outcome: $outcome, by: $by) {
        answered {
          notApplied {
            dimension
            sentence
          }
          release {
            id
            number
            publishedOn
            checksum
          }
        }
        instrument
        item
        highest
        groups {
          group {
            code
            label
            short
          }
          patients {
            value
            hidden
          }
          visits {
            visit
            scores {
              value
              hidden
            }
            mean {
              value
              lower
              upper
              hidden
              bound
            }
            none {
              patients {
                value
                hidden
              }
              share {
                value
                lower
                upper
                hidden
                bound
              }
            }
            worse {
              patients {
                value
                hidden
              }
              share {
                value
                lower
                upper
                hidden
                bound
              }
            }
          }
        }
      }
    }
  }
`;
